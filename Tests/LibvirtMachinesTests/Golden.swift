/// Definitions as they must come out, whole.
enum Golden {
  static let sessionKernel = #"""
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <domain type="qemu">
      <name>caselab.1f2e3d4c.SUP-1042.3.product</name>
      <uuid>8a2e6c0e-3d4b-4a53-9a5e-3a7b3c1f9d10</uuid>
      <title>SUP-1042, run 3</title>
      <metadata>
        <caselab:owner xmlns:caselab="urn:caselab:owner:1" home="1f2e3d4c" case="SUP-1042" run="3" node="product"/>
      </metadata>
      <memory unit="MiB">1024</memory>
      <vcpu>2</vcpu>
      <os>
        <type arch="x86_64" machine="q35">hvm</type>
        <kernel>/home/a/images/x/vmlinuz</kernel>
        <initrd>/home/a/images/x/initrd.img</initrd>
        <cmdline>root=/dev/vda rw console=ttyS0</cmdline>
      </os>
      <features>
        <acpi/>
        <apic/>
      </features>
      <cpu mode="maximum"/>
      <clock offset="utc">
        <timer name="hpet" present="no"/>
      </clock>
      <on_poweroff>destroy</on_poweroff>
      <on_reboot>destroy</on_reboot>
      <on_crash>destroy</on_crash>
      <devices>
        <controller type="usb" model="none"/>
        <disk type="file" device="disk">
          <driver name="qemu" type="qcow2" cache="unsafe" discard="unmap"/>
          <source file="/home/a/lab/1/disk.qcow2"/>
          <target dev="vda" bus="virtio"/>
        </disk>
        <serial type="pty">
          <log file="/home/a/lab/1/console.log" append="on"/>
          <target port="0"/>
        </serial>
        <serial type="pty">
          <target port="1"/>
        </serial>
        <channel type="unix">
          <target type="virtio" name="org.qemu.guest_agent.0"/>
        </channel>
        <channel type="unix">
          <target type="virtio" name="org.caselab.identity.0"/>
        </channel>
        <rng model="virtio">
          <backend model="random">/dev/urandom</backend>
        </rng>
        <memballoon model="none"/>
        <panic model="isa"/>
      </devices>
    </domain>

    """#

  static let systemDisk = #"""
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <domain type="kvm">
      <name>caselab.1f2e3d4c.SUP-1042.3.product</name>
      <uuid>8a2e6c0e-3d4b-4a53-9a5e-3a7b3c1f9d10</uuid>
      <title>SUP-1042, run 3</title>
      <metadata>
        <caselab:owner xmlns:caselab="urn:caselab:owner:1" home="1f2e3d4c" case="SUP-1042" run="3" node="product"/>
      </metadata>
      <memory unit="MiB">1024</memory>
      <vcpu>2</vcpu>
      <os>
        <type arch="x86_64" machine="q35">hvm</type>
        <boot dev="hd"/>
      </os>
      <features>
        <acpi/>
        <apic/>
      </features>
      <cpu mode="host-passthrough"/>
      <clock offset="utc">
        <timer name="hpet" present="no"/>
      </clock>
      <on_poweroff>destroy</on_poweroff>
      <on_reboot>destroy</on_reboot>
      <on_crash>destroy</on_crash>
      <devices>
        <controller type="usb" model="none"/>
        <disk type="file" device="disk">
          <driver name="qemu" type="qcow2" cache="unsafe" discard="unmap"/>
          <source file="/home/a/lab/1/disk.qcow2"/>
          <target dev="vda" bus="virtio"/>
        </disk>
        <disk type="file" device="disk">
          <driver name="qemu" type="raw"/>
          <source file="/home/a/lab/1/seed.img"/>
          <target dev="vdb" bus="virtio"/>
          <readonly/>
        </disk>
        <interface type="user">
          <model type="virtio"/>
        </interface>
        <serial type="pty">
          <log file="/home/a/lab/1/console.log" append="on"/>
          <target port="0"/>
        </serial>
        <serial type="pty">
          <target port="1"/>
        </serial>
        <channel type="unix">
          <target type="virtio" name="org.qemu.guest_agent.0"/>
        </channel>
        <channel type="unix">
          <target type="virtio" name="org.caselab.identity.0"/>
        </channel>
        <rng model="virtio">
          <backend model="random">/dev/urandom</backend>
        </rng>
        <memballoon model="none"/>
        <panic model="isa"/>
      </devices>
      <seclabel type="static" model="dac" relabel="no">
        <label>+1000:+64055</label>
      </seclabel>
    </domain>

    """#

  static let backing = #"""

          <backingStore type="file">
            <format type="qcow2"/>
            <source file="/pool/layer"/>
            <backingStore type="file">
              <format type="qcow2"/>
              <source file="/pool/image"/>
              <backingStore/>
            </backingStore>
          </backingStore>
    """#

  static let pool = #"""
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <pool type="dir">
      <name>caselab.1f2e3d4c</name>
      <target>
        <path>/var/tmp/x</path>
        <permissions>
          <mode>0700</mode>
        </permissions>
      </target>
    </pool>

    """#

  static let volume = #"""
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <volume>
      <name>layers.x</name>
      <capacity unit="bytes">65536</capacity>
      <allocation unit="bytes">0</allocation>
      <target>
        <format type="raw"/>
        <permissions>
          <mode>0600</mode>
        </permissions>
      </target>
    </volume>

    """#

  static let hub = #"""
    <?xml version="1.0" encoding="utf-8" standalone="no"?>
    <domain type="qemu">
      <name>caselab.1f2e3d4c.SUP-1042.3.product</name>
      <uuid>8a2e6c0e-3d4b-4a53-9a5e-3a7b3c1f9d10</uuid>
      <title>SUP-1042 links</title>
      <metadata>
        <caselab:owner xmlns:caselab="urn:caselab:owner:1" home="1f2e3d4c" case="SUP-1042" run="3" node="product"/>
      </metadata>
      <memory unit="MiB">16</memory>
      <vcpu>1</vcpu>
      <os>
        <type arch="x86_64" machine="q35">hvm</type>
      </os>
      <features>
        <acpi/>
      </features>
      <devices>
        <controller type="usb" model="none"/>
        <memballoon model="none"/>
      </devices>
      <qemu:commandline xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
        <qemu:arg value="-netdev"/>
        <qemu:arg value="socket,id=line0.0,udp=127.1.2.3:1,localaddr=127.1.2.3:2"/>
        <qemu:arg value="-netdev"/>
        <qemu:arg value="hubport,id=hub0.0,hubid=1,netdev=line0.0"/>
        <qemu:arg value="-netdev"/>
        <qemu:arg value="socket,id=line0.1,udp=127.1.2.3:3,localaddr=127.1.2.3:4"/>
        <qemu:arg value="-netdev"/>
        <qemu:arg value="hubport,id=hub0.1,hubid=1,netdev=line0.1"/>
      </qemu:commandline>
    </domain>

    """#
}
