"""Three planted regressions, for tests: changes modules of Ganeti as they are imported."""
import importlib.abc
import importlib.machinery
import sys


def extra_rpc(mcpu):
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


def extra_jobfile_write(jqueue):
    """Every opcode that starts has its job's file written once more."""
    original = jqueue._OpExecCallbacks.NotifyStart

    def NotifyStart(self):
        original(self)
        self._queue.UpdateJobUnlocked(self._job, replicate=False)

    jqueue._OpExecCallbacks.NotifyStart = NotifyStart


def extra_sleep(backend):
    """noded sleeps for half a second after every reboot."""
    original = backend.InstanceReboot

    def InstanceReboot(*args, **kwargs):
        result = original(*args, **kwargs)
        backend.time.sleep(0.5)
        return result

    backend.InstanceReboot = InstanceReboot


CHANGES = {
    "ganeti.mcpu": extra_rpc,
    "ganeti.jqueue": extra_jobfile_write,
    "ganeti.backend": extra_sleep,
}


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of CHANGES as usual, and changes each once it has been executed."""

    def find_spec(self, name, path, target=None):
        if name not in CHANGES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            execute = spec.loader.exec_module

            def exec_module(module):
                execute(module)
                CHANGES[name](module)

            spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, _Finder())
