/// The version that `caselab --version` prints and that runs and images record.
public let toolVersion: String = "0.1.0"
