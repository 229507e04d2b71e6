package org.dosi.app.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dosi.app.GroupRun;
import org.dosi.app.command.Session;

/// Runs `./dosi air …` within the test, from the project's root.
final class AirRun {
    static final String LONDON = "demo/air/london-1998-2005/mydata.csv.gz";

    final int code;
    final String out;
    final String err;

    private AirRun(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    /// On files alone.
    static AirRun of(String... args) {
        return of(GroupRun.NO_STORE, args);
    }

    /// On the hours of London's Marylebone Road, with their wind.
    static AirRun london(String analysis, String... more) {
        return of(londonArguments(analysis, more));
    }

    static String[] londonArguments(String analysis, String... more) {
        List<String> args = new ArrayList<>(List.of(analysis, "--csv", LONDON, "--time", "date_gmt"));
        args.addAll(List.of("--wind-speed", "ws", "--wind-direction", "wd"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    /// @param args as they stand behind `./dosi air`
    static AirRun of(Supplier<Session.Lease> store, String... args) {
        GroupRun run = GroupRun.of(AirGroup::of, store, args);
        return new AirRun(run.code(), run.out(), run.err());
    }

    /// The lines of the output.
    List<String> lines() {
        return out.lines().toList();
    }

    static List<List<String>> cells(List<String> lines) {
        return GroupRun.cells(lines);
    }
}
