// libvirt's C API, and the macros of it that Swift cannot import.
#ifndef CLIBVIRT_SHIM_H
#define CLIBVIRT_SHIM_H

#include <stddef.h>
#include <libvirt/libvirt.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/virterror.h>

// VIR_DOMAIN_EVENT_CALLBACK() casts a function pointer, which Swift cannot.
static inline int clibvirt_watch_lifecycle(virConnectPtr connection,
                                           virConnectDomainEventCallback callback,
                                           void *opaque, virFreeCallback release) {
  return virConnectDomainEventRegisterAny(connection, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                          VIR_DOMAIN_EVENT_CALLBACK(callback), opaque, release);
}

static inline int clibvirt_watch_agents(virConnectPtr connection,
                                        virConnectDomainEventAgentLifecycleCallback callback,
                                        void *opaque, virFreeCallback release) {
  return virConnectDomainEventRegisterAny(connection, NULL, VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
                                          VIR_DOMAIN_EVENT_CALLBACK(callback), opaque, release);
}

#endif
