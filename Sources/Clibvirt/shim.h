// libvirt's C API, and the macros of it that Swift cannot import.
#ifndef CLIBVIRT_SHIM_H
#define CLIBVIRT_SHIM_H

#include <libvirt/libvirt.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/virterror.h>

#endif
