// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// The ground under every stage: the vocabulary and the ports.
let ground: [Target.Dependency] = ["CaseModel", "Machines"]

func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "caselab",
  products: [.executable(name: "caselab", targets: ["caselab"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .executableTarget(
      name: "caselab", dependencies: ["CaselabCommands"], swiftSettings: strict),
    room(
      "CaselabCommands",
      ground + [
        "Intake", "Profiling", "Lab", "Suites", "Record", "Reports", "LibvirtMachines",
        argumentParser,
      ]),
    // Stages: two of them never import each other.
    room("Intake", ground + ["Cgmime", "Carchive", "Clibxml2"]),
    room("Profiling", ground + [yams]),
    room("Lab", ground + [crypto, mustache, subprocess]),
    room("Suites", ground + [crypto]),
    room("Record", ground + [crypto, grdb]),
    room("Reports", ground + [mustache], resources: [.embedInCode("Templates")]),
    // Adapters.
    room("LibvirtMachines", ground + ["Libvirt", subprocess]),
    room("SyntheticMachines", ground),
    // Ground.
    room("Libvirt", ["Clibvirt"]),
    room("Machines", ["CaseModel"]),
    room("CaseModel", []),
    .systemLibrary(name: "Clibvirt", pkgConfig: "libvirt", providers: [.apt(["libvirt-dev"])]),
    .systemLibrary(
      name: "Cgmime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(
      name: "Carchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "Clibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    tests("CaseModelTests", ["CaseModel"]),
    tests("IntakeTests", ["Intake", "Carchive"], exclude: ["Corpus"]),
    tests("ProfilingTests", ["Intake", "Profiling"]),
    tests("LabTests", ["Lab", "SyntheticMachines"]),
    tests("SuitesTests", ["Suites", "SyntheticMachines", subprocess]),
    tests("RecordTests", ["Record"]),
    tests("ReportsTests", ["Reports"]),
    tests("LibvirtTests", ["Libvirt"]),
    tests("LibvirtMachinesTests", ["LibvirtMachines"]),
    tests("CaselabCommandsTests", ["CaselabCommands", "SyntheticMachines", subprocess]),
    tests("IntegrationTests", ["caselab", "Lab", subprocess], exclude: ["Fixtures"]),
  ]
)
