/// A pointer to one of libvirt's objects.
///
/// Unchecked, because OpaquePointer is not Sendable; safe, because libvirt's objects are counted by
/// reference and lock themselves (https://libvirt.org/threads.html), and its owner frees it once.
struct SharedPointer: @unchecked Sendable {
  let raw: OpaquePointer
}
