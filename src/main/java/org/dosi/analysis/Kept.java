package org.dosi.analysis;

import java.util.function.Supplier;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;

/// Something worked out from the store, kept until the store changes. Any thread may ask; one works, the
/// others wait.
///
/// The version is read before the work: a change while it is under way makes the next caller work again.
public final class Kept<T> {
    private final ObservationStore store;
    private final Supplier<T> work;
    private volatile @Nullable State<T> state;

    public Kept(ObservationStore store, Supplier<T> work) {
        this.store = store;
        this.work = work;
    }

    public T get() {
        State<T> known = state;
        return known != null && known.version == store.version() ? known.value : renew();
    }

    private synchronized T renew() {
        long version = store.version();
        State<T> known = state;
        if (known == null || known.version != version) {
            known = new State<>(version, work.get());
            state = known;
        }
        return known.value;
    }

    private record State<T>(long version, T value) {}
}
