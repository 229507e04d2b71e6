package org.dosi.store;

import java.nio.file.Files;
import java.nio.file.Path;

/// Opens stores.
public final class CityStores {

    private CityStores() {}

    /// Opens the store in a folder, or makes one where there is none.
    ///
    /// @throws StoreException if another process owns it, if it is newer than this program, or damaged
    public static ObservationStore open(Path folder) {
        return DuckStore.open(folder);
    }

    /// Makes a data folder of what [ObservationStore#backup] wrote.
    ///
    /// @param folder does not exist, or is empty
    /// @throws StoreException if the backup is not whole, or the folder holds something
    public static void restore(Path backup, Path folder) {
        Backups.restore(backup, folder);
    }

    /// Whether there is a store in the folder.
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(DuckStore.FILE));
    }

    /// Whether a process owns the store in the folder at this moment.
    public static boolean isInUse(Path folder) {
        if (!exists(folder)) {
            return false;
        }
        try {
            FolderLock.take(folder).close();
            return false;
        } catch (StoreException e) {
            return e.isInUse();
        }
    }
}
