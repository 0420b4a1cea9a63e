"""A planted regression, for tests: changes one module of Ganeti as it is imported."""
import importlib.abc
import importlib.machinery
import socket
import sys

MODULE = "ganeti.rpc.transport"


def change(transport):
    """Ganeti's client reads at most 1 KiB at once from the sockets of its daemons."""

    class Socket(socket.socket):
        def recv(self, size, *flags):
            return super().recv(min(size, 1024), *flags)

    class Module:
        def __getattr__(self, name):
            return Socket if name == "socket" else getattr(socket, name)

    transport.socket = Module()


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
