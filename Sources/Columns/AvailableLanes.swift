import Glibc

/// The cores that a count uses unless it is told otherwise.
public let availableLanes: Int = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
