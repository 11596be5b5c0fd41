package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import java.nio.file.Path;
import java.util.TreeMap;

/** The master keys in an installation's {@code secrets.properties}, beside secrets that stay as they are. */
public final class MasterKeyFile {
    static final String NAME = "master-key";

    private final PrivatePropertiesFile file;

    /** Opens the file of an installation that has been started before. */
    public MasterKeyFile(Path directory) {
        this.file = InstallationSecrets.file(directory);
    }

    public Path path() {
        return file.path();
    }

    /** Reads the keys. Throws {@link BackingServiceFailed} if there is none or one is invalid. */
    public MasterKeys read() {
        var setting = file.read().get(NAME);
        if (setting == null) {
            throw new BackingServiceFailed("there is no master key in " + file.path());
        }
        try {
            return MasterKeys.parse(setting);
        } catch (BackingServiceFailed e) {
            throw new BackingServiceFailed("%s in %s: %s".formatted(NAME, file.path(), e.getMessage()), e);
        }
    }

    /** Replaces the keys, atomically. */
    public void write(MasterKeys keys) {
        var all = new TreeMap<>(file.read());
        all.put(NAME, keys.setting());
        file.write(all);
    }
}
