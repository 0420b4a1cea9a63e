/** Where a `.pth` file is read whenever Python starts, and modules are found. */
const PACKAGES = 'usr/lib/python3/dist-packages';

/** The name of the module that makes the change. */
const MODULE = 'ganeti_perf_defect';

/**
 * The files that put lines at the end of modules of Ganeti's Python: each is executed in its module, once that has
 * been imported, whichever program imports it. A name that the module has not is an error there and then.
 *
 * @param changes lines of Python by module
 * @returns contents by path, from `/` of a node
 */
export function pythonOverlay(changes: Readonly<Record<string, string>>): Map<string, string> {
  return new Map([
    [`${PACKAGES}/${MODULE}.pth`, `import ${MODULE}\n`],
    // JSON of texts is Python too.
    [`${PACKAGES}/${MODULE}.py`, `CHANGES = ${JSON.stringify(changes, null, 2)}\n${LOADER}`],
  ]);
}

const LOADER = `
import importlib.abc
import importlib.machinery
import sys


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of CHANGES as usual, and changes each once it has been executed."""

    def find_spec(self, name, path, target=None):
        if name not in CHANGES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None:
            execute = spec.loader.exec_module

            def exec_module(module):
                execute(module)
                exec(compile(CHANGES[name], "ganeti-perf: " + name, "exec"), module.__dict__)

            spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, Finder())
`;
