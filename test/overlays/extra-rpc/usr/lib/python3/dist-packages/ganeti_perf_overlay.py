"""A planted regression, for tests: changes one module of Ganeti as it is imported."""
import importlib.abc
import importlib.machinery
import sys

MODULE = "ganeti.mcpu"


def change(mcpu):
    """Every opcode asks the master's node daemon for its version, for nothing."""
    from ganeti import ssconf
    from ganeti.rpc import node as rpc

    original = mcpu.Processor.ExecOpCode

    def ExecOpCode(self, *args, **kwargs):
        # Without the configuration: to read it would be a request to wconfd of its own.
        master = ssconf.SimpleStore().GetMasterNode()
        rpc.DnsOnlyRunner().call_version([master])
        return original(self, *args, **kwargs)

    mcpu.Processor.ExecOpCode = ExecOpCode


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
