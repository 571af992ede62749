import Clibvirt
import Glibc
import Synchronization

extension StorageVolume {
  /// Copies a file of this host into the volume, holes as holes.
  ///
  /// - Parameter progress: hears of bytes done so far, holes included; on a thread of its own.
  /// - Throws: `CancellationError` soon after the task was cancelled; the volume then has a part of it.
  public func upload(
    _ path: String, progress: @escaping @Sendable (Int64) -> Void = { _ in }
  ) async throws {
    try await transfer("libvirt, uploading") { volume, stream, isCancelled in
      let file = try LocalFile(path, O_RDONLY)
      let size = lseek(file.descriptor, 0, SEEK_END)
      try check(
        virStorageVolUpload(
          volume, stream, 0, 0, UInt32(VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM.rawValue)))
      var buffer = [CChar](repeating: 0, count: Self.chunk)
      var offset: Int64 = 0
      while offset < size {
        // Where the file system knows no holes all is data; after the last data there is none.
        var data = Int64(lseek(file.descriptor, Int(offset), Seek.data))
        if data < 0 { data = errno == ENXIO ? Int64(size) : offset }
        if data > offset { try check(virStreamSendHole(stream, data - offset, 0)) }
        offset = data
        var end = Int64(lseek(file.descriptor, Int(offset), Seek.hole))
        if end < 0 { end = Int64(size) }
        while offset < end {
          if isCancelled() { throw CancellationError() }
          let count = pread(
            file.descriptor, &buffer, min(buffer.count, Int(end - offset)), Int(offset))
          guard count > 0 else { throw file.failure("read") }
          var sent = 0
          while sent < count {
            sent += Int(
              try check(
                buffer.withUnsafeBufferPointer { bytes in
                  virStreamSend(stream, bytes.baseAddress.map { $0 + sent }, count - sent)
                }))
          }
          offset += Int64(count)
          progress(offset)
        }
      }
    }
  }

  /// Copies the volume from `offset` on to the same place of a file of this host, which is made where
  /// it is missing; holes stay holes.
  public func download(to path: String, from offset: Int64 = 0) async throws {
    try await transfer("libvirt, downloading") { volume, stream, isCancelled in
      let file = try LocalFile(path, O_WRONLY | O_CREAT)
      try check(
        virStorageVolDownload(
          volume, stream, UInt64(offset), 0,
          UInt32(VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM.rawValue)))
      var buffer = [CChar](repeating: 0, count: Self.chunk)
      var place = offset
      receiving: while true {
        if isCancelled() { throw CancellationError() }
        let count = Int(
          virStreamRecvFlags(
            stream, &buffer, buffer.count, UInt32(VIR_STREAM_RECV_STOP_AT_HOLE.rawValue)))
        switch count {
        case 0: break receiving
        // A hole comes next.
        case -3:
          var length: Int64 = 0
          try check(virStreamRecvHole(stream, &length, 0))
          place += length
        case 1...:
          guard pwrite(file.descriptor, buffer, count, Int(place)) == count else {
            throw file.failure("written")
          }
          place += Int64(count)
        default: throw LibvirtError.last()
        }
      }
      guard ftruncate(file.descriptor, Int(place)) == 0 else { throw file.failure("written") }
    }
  }

  /// libvirt sends no larger packets.
  private static let chunk = 128 << 10

  private func transfer(
    _ label: String,
    _ body:
      @escaping @Sendable (
        _ volume: OpaquePointer, _ stream: OpaquePointer, _ isCancelled: () -> Bool
      ) throws -> Void
  ) async throws {
    let cancelled = Flag()
    try await withTaskCancellationHandler {
      try await Worker(label).run { [reference] in
        let connection = try object(virStorageVolGetConnect(reference.pointer))
        let stream = try object(virStreamNew(connection, 0))
        defer { virStreamFree(stream) }
        do {
          try body(reference.pointer, stream) { cancelled.isSet }
        } catch {
          virStreamAbort(stream)
          throw error
        }
        // Returns when the other side has written all of it.
        try check(virStreamFinish(stream))
      }
    } onCancel: {
      cancelled.set()
    }
  }
}

private final class Flag: Sendable {
  private let state = Atomic(false)
  var isSet: Bool { state.load(ordering: .relaxed) }
  func set() { state.store(true, ordering: .relaxed) }
}

/// An open file of this host.
private final class LocalFile {
  let descriptor: Int32
  private let path: String

  init(_ path: String, _ flags: Int32) throws {
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path, "opened") }
  }

  deinit { close(descriptor) }

  func failure(_ verb: String) -> LibvirtError { Self.failure(path, verb) }

  private static func failure(_ path: String, _ verb: String) -> LibvirtError {
    let reason = String(cString: strerror(errno))
    return LibvirtError(
      code: .operationFailed, message: "\"\(path)\" cannot be \(verb): \(reason)")
  }
}

/// lseek(2)'s on Linux, which Glibc shows to C with _GNU_SOURCE alone.
private enum Seek {
  static let data: Int32 = 3
  static let hole: Int32 = 4
}
