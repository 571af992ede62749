import CaseModel

/// Makes an image the way its recipe says: built from packages, or downloaded.
public struct ImageMaker: Sendable {
  let images: ImageStore
  let home: Home

  public init(images: ImageStore, home: Home) {
    self.images = images
    self.home = home
  }

  public func make(
    _ recipe: ImageRecipe, note: @escaping @Sendable (String) async -> Void
  ) async throws -> ImageManifest {
    if recipe.pull != nil { return try await images.pull(recipe, note: note) }
    return try await images.build(
      recipe, log: home.work + "/image-\(recipe.name).log", note: note)
  }
}
