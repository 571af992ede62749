import CaseModel
import Crypto
import Foundation

extension ImageStore {
  /// Downloads a vendor's image. A download that was broken off goes on where it stopped; nothing
  /// opens the file before its checksum is right.
  public func pull(
    _ recipe: ImageRecipe, note: @escaping @Sendable (String) async -> Void
  ) async throws -> ImageManifest {
    try ImageName.check(recipe.name)
    guard let pull = recipe.pull else {
      throw CaselabError(.badInput, "image \"\(recipe.name)\" has no pull section")
    }
    guard let checksum = Checksum(pull) else {
      throw CaselabError(
        .badInput, "image \"\(recipe.name)\" has no checksum",
        hint: "add sha256 or sha512, from a page of the vendor that you trust")
    }
    let before = try image(named: recipe.name)
    let (lock, waited) = try await lock(recipe.name, note: note)
    defer { lock.release() }
    if waited, let theirs = try image(named: recipe.name), theirs.digest != before?.digest {
      return theirs
    }
    let part = workshop + "/\(checksum.hex.prefix(32)).part"
    // Two recipes may name one file.
    let (partLock, _) = try await self.lock("pull-\(checksum.hex.prefix(32))", note: note)
    defer { partLock.release() }
    try Folder.create(workshop)
    if try await !checksum.matches(part) {
      try await DiskSpace.explaining(at: workshop, what: "downloading image \"\(recipe.name)\"") {
        try await Download(url: pull.url, file: part).run(note: note)
      }
      await note("checking the checksum")
      guard try await checksum.matches(part) else {
        unlink(part)
        throw CaselabError(
          .badInput,
          "image \"\(recipe.name)\": what \"\(pull.url.printable())\" gave has another checksum",
          hint: "it was removed; try again, or correct the checksum in the image's recipe")
      }
    }
    await note("making the disk")
    let image = try await take(
      part,
      as: FinishedImage(
        name: recipe.name, os: recipe.os, arch: recipe.arch,
        origin: "pulled from \(pull.url.printable())", cloudInit: true))
    unlink(part)
    return image
  }
}

/// A checksum that a recipe demands: SHA-512 when it gives both.
struct Checksum: Equatable, Sendable {
  var hex: String
  var isSHA512: Bool

  init?(_ pull: ImageRecipe.Pull) {
    guard let hex = (pull.sha512 ?? pull.sha256)?.lowercased(),
      hex.utf8.count == (pull.sha512 == nil ? 64 : 128),
      hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hex = hex
    isSHA512 = pull.sha512 != nil
  }

  /// False when there is no such file.
  func matches(_ path: String) async throws -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    return isSHA512
      ? try await FileDigest.hex(of: path, by: SHA512.self) == hex
      : try await FileDigest.hex(of: path, by: SHA256.self) == hex
  }
}
