# Takes apart what nodes with real volumes left in the kernel: their volumes, then the loop devices below these. The
# arguments are names of backing files; no device is touched but one that stands on such a file, and on nothing else.
# Perl, as every Debian has it and nothing else is needed.
#
# Prints a line for each device that stays, and why; exits with 1 then.
use strict;
use warnings;

my %ours = map { $_ => 1 } @ARGV;
my $stays = 0;

sub linesOf { open(my $file, '<', $_[0]) or return (); return <$file> }

sub contentOf {
    my ($line) = (linesOf($_[0]), '');
    chomp $line;
    return $line;
}

sub namesIn { return map { s{.*/}{}r } glob $_[0] }

sub stay { print "$_[0]: $_[1]\n"; $stays = 1 }

# Whether a block device, as loop0 or dm-1, stands on files of these names alone.
sub isOurs {
    my ($block) = @_;
    if ($block =~ /^loop/) {
        my ($file) = contentOf("/sys/block/$block/loop/backing_file") =~ m{([^/]+?)(?: \(deleted\))?$};
        return defined $file && $ours{$file};
    }
    my @below = namesIn("/sys/block/$block/slaves/*");
    return @below > 0 && !grep { !isOurs($_) } @below;
}

# A device node of this container's own.
sub device {
    my ($kind, $number) = @_;
    my $path = "/dev/ganeti-perf-$kind-$number";
    system('mknod', '-m', '600', $path, $kind, split /:/, $number) == 0 or die "$path cannot be made\n" unless -e $path;
    open(my $device, '+<', $path) or die "$path: $!\n";
    return $device;
}

# linux/dm-ioctl.h, DM_DEV_REMOVE: of the device with a name.
my ($mapper) = map { /^ *(\d+) device-mapper$/ } linesOf('/proc/misc');
sub removeVolume {
    my $request = pack 'L3 L2 L l L3 Q a128 a129 a7', 4, 0, 0, 312, 0, 0, 0, 0, 0, 0, 0, $_[0], '', '';
    return ioctl(device('c', "10:$mapper"), 0xC138FD04, $request);
}

# linux/loop.h, LOOP_CLR_FD.
sub clearLoop { return ioctl(device('b', contentOf("/sys/block/$_[0]/dev")), 0x4C01, 0) }

# Ten times a second for five: whoever looks at a new device, as udev does, has it open for a moment. What somebody else
# has removed meanwhile is not ours any more.
sub removed {
    my ($block) = @_;
    for (1 .. 50) {
        return 1 unless isOurs($block);
        my $volume = contentOf("/sys/block/$block/dm/name");
        return 1 if $volume ne '' ? removeVolume($volume) : clearLoop($block);
        return 1 if $!{ENXIO};
        last unless $!{EBUSY};
        select undef, undef, undef, 0.1;
    }
    stay($block, $!);
    return 0;
}

# With all that stands on it.
sub clear {
    my ($block) = @_;
    return stay($block, 'stands on other devices too') unless isOurs($block);
    clear($_) for namesIn("/sys/block/$block/holders/*");
    removed($block) unless $stays;
}

clear($_) for grep { isOurs($_) } namesIn('/sys/block/loop*');
exit $stays;
