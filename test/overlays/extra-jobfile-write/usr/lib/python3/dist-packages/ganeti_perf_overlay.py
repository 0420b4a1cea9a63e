"""A planted regression, for tests: changes one module of Ganeti as it is imported."""
import importlib.abc
import importlib.machinery
import sys

MODULE = "ganeti.jqueue"


def change(jqueue):
    """Every opcode that starts has its job's file written once more."""
    original = jqueue._OpExecCallbacks.NotifyStart

    def NotifyStart(self):
        original(self)
        self._queue.UpdateJobUnlocked(self._job, replicate=False)

    jqueue._OpExecCallbacks.NotifyStart = NotifyStart


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
