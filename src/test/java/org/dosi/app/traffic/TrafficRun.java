package org.dosi.app.traffic;

import java.util.Arrays;
import org.dosi.app.DemoCity;
import org.dosi.app.GroupRun;

/// Runs `./dosi traffic …` within the test, from the project's root.
final class TrafficRun {
    private TrafficRun() {}

    /// On files alone.
    ///
    /// @param args as they stand behind `./dosi traffic`
    static GroupRun of(String... args) {
        return GroupRun.of(TrafficGroup::of, GroupRun.NO_STORE, args);
    }

    /// On the ten months of Seoul's volumes.
    static GroupRun seoul(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = DemoCity.traffic().folder().toString();
        return GroupRun.of(TrafficGroup::of, () -> DemoCity.traffic().lease(), all);
    }
}
