import Testing

@testable import Intake

/// A tracker's page that somebody saved as text: who says what below the issue.
@Suite struct ThreadPageTests {
  private static let body = """
    # uploads stop after a minute

    ### Version
    7.2.1

    ### Operating system
    Debian 12

    ### What happens
    The upload stands still after one minute.
    Nothing is in the log then.
    It goes on by itself later.
    """

  @Test(arguments: [
    "**mo-helps** commented on Mar 7, 2025\n\n$1\n\n**fjordcat** commented on Mar 8, 2025\n\n$2",
    "---\n**mo-helps** · 2025-03-07\n$1\n\n**fjordcat** · 2025-03-08\n$2",
    "**mo-helps** · comment\n\n$1\n\n**fjordcat** · comment\n\n$2",
    "---\n**mo-helps** replied: $1\n\n**fjordcat** replied: $2",
    "---\n> **mo-helps** : $1\n\n> **fjordcat** : $2",
    "---\n*mo-helps*: $1\n\n*fjordcat*: $2",
    "--- mo-helps commented\n$1\n\n--- fjordcat commented\n$2",
    "-- mo-helps, 2025-03-07:\n$1\n\n-- fjordcat, 2025-03-08:\n$2",
    "-----\nmo-helps: $1\n\n-----\nfjordcat: $2",
    "mo-helps:\n$1\n\nfjordcat:\n$2\n\nmo-helps:\nThanks.",
  ])
  func whoAsksIsNotWhoAnswers(_ page: String) throws {
    let comments = page.replacing("$1", with: "Which filesystem is it? I see it on Fedora 40 only.")
      .replacing("$2", with: "It is 7.2.3 by now, on ext4.")
    let read = try readDocument(Self.body + "\n\n" + comments, name: "issue.md")
    #expect(read.texts(of: .support).first?.hasPrefix("Which filesystem") == true)
    #expect(read.texts(of: .customer).last == "It is 7.2.3 by now, on ext4.")
  }

  @Test(arguments: [
    "**otter** · the very same here on Fedora 40.",
    "**otter** commented: +1, with 7.1 on Fedora 40",
    "---\n**otter** commented on Mar 9, 2025\nSame. On Fedora 40 too.",
  ])
  func whoHasTheSameIsAStranger(_ comment: String) throws {
    let detail = try read(Self.body + "\n\n" + comment, file: "issue.md")
    #expect(detail.os.id == "debian" && detail.product.version == "7.2.1")
    #expect(detail.unclear.isEmpty)
  }

  @Test func whoOpenedItIsTold() throws {
    let read = try readDocument(
      """
      no login since the update
      opened by wren-7

      Login says nothing.

      --- mo-helps commented
      Fixed in 3.2, upgrade.

      --- wren-7 commented
      Upgraded, all is well.
      """, name: "issue.txt")
    #expect(read.texts(of: .customer).last == "Upgraded, all is well.")
    #expect(read.texts(of: .support) == ["Fixed in 3.2, upgrade."])
  }

  @Test(arguments: [
    "**Version**: 3.2\n**Proxy**: Squid\n\n**Storage**: NFS",
    "Environment\n-----------\nos: debian 12\nserver: nginx",
    "Hello,\n\nservices:\n  web:\n    image: x\n\nvolumes:\n  data:\n",
    "On Monday Robin wrote:\n> Which version?\n\n3.2",
  ])
  func labelsAndListsAreNoAuthors(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Line(file: "a", number: $0 + 1, text: String($1))
    }
    #expect(ThreadPage.find(in: lines) == nil)
  }
}
