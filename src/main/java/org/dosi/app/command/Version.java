package org.dosi.app.command;

import picocli.CommandLine.IVersionProvider;

/// The program's version, as the build wrote it into the jar.
public final class Version implements IVersionProvider {
    private static final String UNPACKED = "unreleased";

    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Dosi " + number()};
    }
}
