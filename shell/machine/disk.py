"""Why a file or a folder cannot be used, in Danish; the system itself says it in English."""

import errno

_WHY = {
    errno.EACCES: "programmet har ikke lov til det",
    errno.EPERM: "programmet har ikke lov til det",
    errno.EROFS: "der kan kun læses fra disken",
    errno.ENOSPC: "disken er fuld",
    errno.ENOENT: "det findes ikke",
    errno.ENOTDIR: "en fil står i vejen for mappen",
    errno.EEXIST: "en fil står i vejen for mappen",
    errno.EISDIR: "det er en mappe",
    errno.EBUSY: "et andet program bruger det",
}


def why(error: OSError) -> str:
    """A part of a sentence; the number is for whoever looks after the program."""
    unknown = f"fejl nummer {error.errno} fra styresystemet" if error.errno else "ukendt fejl"
    return _WHY.get(error.errno or 0, unknown)
