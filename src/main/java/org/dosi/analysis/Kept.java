package org.dosi.analysis;

import java.util.function.Supplier;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;

/// Something worked out from the store, kept until the store changes. Any thread may ask; one works, the
/// others wait.
///
/// The version is read before the work: a change while it is under way makes the next caller work again. Who
/// waited takes what was worked out after asking, even if the store has changed once more: otherwise, while
/// files are being imported, everybody would work and wait in turn.
public final class Kept<T> {
    private final ObservationStore store;
    private final Supplier<T> work;
    private volatile @Nullable State<T> state;

    public Kept(ObservationStore store, Supplier<T> work) {
        this.store = store;
        this.work = work;
    }

    public T get() {
        long wanted = store.version();
        State<T> known = state;
        return known != null && known.version >= wanted ? known.value : renew(wanted);
    }

    private synchronized T renew(long wanted) {
        State<T> known = state;
        if (known == null || known.version < wanted) {
            known = new State<>(store.version(), work.get());
            state = known;
        }
        return known.value;
    }

    private record State<T>(long version, T value) {}
}
