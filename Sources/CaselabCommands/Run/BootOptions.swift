import ArgumentParser
import Lab

/// How long `run` and `up` wait for their guests.
struct BootOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seconds a guest may take to boot.", valueName: "seconds"))
  var bootTimeout: Int = 300

  func validate() throws {
    guard (1...86_400).contains(bootTimeout) else {
      throw ValidationError("--boot-timeout is between 1 and 86400 seconds")
    }
  }

  var limits: LabLimits {
    var limits = LabLimits()
    limits.boot = .seconds(bootTimeout)
    return limits
  }
}

/// `--cold` of what brings an environment up.
struct StartOptions: ParsableArguments {
  @Flag(help: "Boot and configure all machines, also where a ready state is there; make none.")
  var cold = false
}
