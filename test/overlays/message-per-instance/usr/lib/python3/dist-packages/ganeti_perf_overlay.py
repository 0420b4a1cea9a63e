"""A planted regression, for tests: changes one module of Ganeti as it is imported."""
import importlib.abc
import importlib.machinery
import sys

MODULE = "ganeti.cmdlib.cluster.verify"


def change(verify):
    """The verify of a node group sends a message for every instance, and each is a job-file write."""
    original = verify.LUClusterVerifyGroup.Exec

    def Exec(self, feedback_fn):
        for _ in self.my_inst_uuids:
            feedback_fn("* Looking at an instance")
        return original(self, feedback_fn)

    verify.LUClusterVerifyGroup.Exec = Exec


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
