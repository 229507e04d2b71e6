package org.dosi.store;

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
}
