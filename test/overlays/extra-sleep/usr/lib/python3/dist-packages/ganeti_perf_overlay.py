"""A planted regression, for tests: changes one module of Ganeti as it is imported."""
import importlib.abc
import importlib.machinery
import sys

MODULE = "ganeti.backend"


def change(backend):
    """noded sleeps for half a second after every reboot."""
    original = backend.InstanceReboot

    def InstanceReboot(*args, **kwargs):
        result = original(*args, **kwargs)
        backend.time.sleep(0.5)
        return result

    backend.InstanceReboot = InstanceReboot


class _Finder(importlib.abc.MetaPathFinder):
    """Finds MODULE as usual, and changes it once it has been executed."""

    def find_spec(self, name, path, target=None):
        if name != MODULE:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            execute = spec.loader.exec_module

            def exec_module(module):
                execute(module)
                change(module)

            spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, _Finder())
