# Whether this kernel, in a container like the tracer's, takes a program of each kind that the tracer is made of: one at a
# tracepoint, one at a uprobe, both reading the kernel's memory. Perl, as every Debian has it and nothing else is needed.
#
# Prints `LOCKDOWN ...`, then one line for the first thing that cannot be had, KIND, a tab and why; or `ok`.
use strict;
use warnings;

my ($architecture) = map { chomp; $_ } `uname -m`;
my %numbers = (
    x86_64  => { bpf => 321, perf_event_open => 298, ioctl => 16 },
    aarch64 => { bpf => 280, perf_event_open => 241, ioctl => 29 },
);
my $call = $numbers{$architecture} or refuse('architecture', $architecture);

sub refuse { print "$_[0]\t$_[1]\n"; exit 0 }

# Is there already where the kernel does not show it to containers.
system('mount -t securityfs securityfs /sys/kernel/security 2>/dev/null');
print 'lockdown ', (contentOf('/sys/kernel/security/lockdown') // ''), "\n";

my $mount = `mount -t tracefs tracefs /sys/kernel/tracing 2>&1`;
refuse('tracefs', $mount) if $? != 0;
my $event = '/sys/kernel/tracing/events/syscalls/sys_enter_execve/id';
my $id = contentOf($event) // refuse('tracepoint', "$event: $!");
refuse('btf', $!) unless open(my $btf, '<', '/sys/kernel/btf/vmlinux');
attach('tracepoint', 5, 2, $id, '');
my $uprobe = contentOf('/sys/bus/event_source/devices/uprobe/type') // refuse('uprobe', "no such events: $!");
attach('uprobe', 2, $uprobe, 0, '/bin/false');
print "ok\n";

sub contentOf {
    open(my $file, '<', $_[0]) or return undef;
    my $line = <$file> // '';
    chomp $line;
    return $line;
}

# linux/bpf.h: reads eight bytes of the kernel's memory (bpf_probe_read_kernel is helper 113) and returns 0.
sub program {
    my ($type) = @_;
    my $read = join '', map { pack 'CCsl', @$_ } (
        [0xbf, 0xa1, 0, 0], [0x07, 0x01, 0, -8], [0xb7, 0x02, 0, 8], [0xb7, 0x03, 0, 0],
        [0x85, 0, 0, 113], [0xb7, 0, 0, 0], [0x95, 0, 0, 0],
    );
    my $licence = "GPL\0";
    my $attributes = pack 'LLPPLLQLLx72', $type, length($read) / 8, $read, $licence, 0, 0, 0, 0, 0;
    return syscall($call->{bpf}, 5, $attributes, length $attributes);
}

# linux/perf_event.h: an event of this type, and the program at it (PERF_EVENT_IOC_SET_BPF).
sub attach {
    my ($kind, $type, $events, $config, $file) = @_;
    my $program = program($type);
    refuse($kind, "bpf: $!") if $program < 0;
    my $path = $file eq '' ? pack('Q', 0) : pack('p', $file);
    my $attributes = pack('LLQx40', $events, 112, $config) . $path . pack('x48');
    my $attached = syscall($call->{perf_event_open}, $attributes, -1, 0, -1, 8);
    refuse($kind, "perf_event_open: $!") if $attached < 0;
    refuse($kind, "attaching: $!") if syscall($call->{ioctl}, $attached, 0x40042408, $program) < 0;
}
