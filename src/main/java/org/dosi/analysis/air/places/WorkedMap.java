package org.dosi.analysis.air.places;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.plume.Footprints;
import org.dosi.kernel.plume.NetworkHours;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.SourceSettings;

/// A map and its fit, which is newer than the map where only that was made anew.
///
/// @param refreshed whether it was
/// @param digest of the hours
/// @param tested what the outcomes were asked; empty if there are none
/// @param kept writes the map where it is kept
record WorkedMap(
        SourceMap map,
        Supplier<Footprints> footprints,
        SourceFit fit,
        SourceSettings how,
        boolean refreshed,
        String digest,
        String tested,
        List<Outcome> outcomes,
        Consumer<SourceMemory.Memory> kept) {

    /// The map: as it was kept, if its hours are the same; with a new fit, if they are others; or made.
    static WorkedMap of(AirData data, Network network, SourceInputs inputs, Settings settings, SourceSettings how) {
        NetworkHours hours = inputs.hours();
        Supplier<Footprints> footprints = once(
                () -> Footprints.of(inputs.grid(), inputs.xM(), inputs.yM(), hours.windState(), inputs.plume(), 0));
        // Another version of the program may answer otherwise.
        String version = data.provenance("sources", List.of(), Map.of()).version();
        String question = version + " " + SourceMemory.question(network, inputs, settings);
        Optional<Path> own = settings.find("state").map(Path::of);
        Optional<Path> cache = own.isPresent() ? Optional.empty() : data.cache();
        Optional<Path> kept = cache.map(folder -> SourceMemory.place(folder, question));
        Optional<SourceMemory.Memory> before = own.isPresent()
                ? own.flatMap(path -> SourceMemory.read(path, question, hours.hours()))
                : kept.flatMap(path -> SourceMemory.recall(path, question, hours.hours()));
        Consumer<SourceMemory.Memory> keep = memory -> {
            own.ifPresent(path -> SourceMemory.write(path, question, memory));
            kept.ifPresent(path -> SourceMemory.keep(path, question, memory));
        };
        String digest = SourceMemory.digest(hours);
        if (before.isPresent()) {
            SourceMemory.Memory memory = before.get();
            boolean same = memory.digest().equals(digest);
            SourceMap map = memory.map();
            SourceFit fit = same ? map.fit() : map.refreshed(hours, inputs.xM(), inputs.yM(), footprints.get(), how);
            return new WorkedMap(map, footprints, fit, how, !same, digest, memory.tested(), memory.outcomes(), keep);
        }
        SourceMap map = SourceMap.of(hours, inputs.xM(), inputs.yM(), footprints.get(), how);
        return new WorkedMap(map, footprints, map.fit(), how, false, digest, "", List.of(), keep);
    }

    /// Footprints are needed only where something is worked out, and then once.
    private static Supplier<Footprints> once(Supplier<Footprints> make) {
        List<Footprints> made = new ArrayList<>();
        return () -> {
            if (made.isEmpty()) {
                made.add(make.get());
            }
            return made.getFirst();
        };
    }
}
