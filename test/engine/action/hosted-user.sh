#!/bin/sh
# Runs a command as a user like that of hosted runners: not root, and root without a password. The machine's own users and rules stay as they are: /etc is
# written in a mount namespace only, where the checkout is an empty folder. Arguments: a folder of the user's, the package to be seen at /mnt, the checkout,
# the command.
set -eu
folder=$1 package=$2 checkout=$3
shift 3
mkdir "$folder/etc" "$folder/home"
mkdir -p "$folder/work"
mount -t tmpfs tmpfs "$folder/etc"
mkdir "$folder/etc/upper" "$folder/etc/work"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$folder/etc/upper,workdir=$folder/etc/work" /etc
echo 'runner:x:64321:64321::/mnt:/bin/sh' >> /etc/passwd
echo 'runner:x:64321:' >> /etc/group
echo 'runner:*:19000:0:99999:7:::' >> /etc/shadow
echo 'runner ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/runner
chmod 440 /etc/sudoers.d/runner
mount --bind "$package" /mnt
chown -R 64321:64321 "$folder/work" "$folder/home"
chmod 755 "$folder"
cd "$folder/work"
# Last: this very script is in it.
mount -t tmpfs tmpfs "$checkout"
exec setpriv --reuid 64321 --regid 64321 --clear-groups "$@"
