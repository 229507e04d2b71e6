package org.dosi.product.plot;

import org.dosi.model.Name;

/// Light or dark, Korean or English, and how much room there is.
///
/// @param width that a plot should take, pixels; its letters keep their size, so a narrow one shows less beside another
public record Style(Theme theme, Language language, double width) {
    /// On a page of its own.
    public static final double USUAL_WIDTH = 900;

    /// Narrower, words no longer have their room.
    public static final double LEAST_WIDTH = 320;

    public static final double MOST_WIDTH = 1600;

    public Style(Theme theme, Language language) {
        this(theme, language, USUAL_WIDTH);
    }

    /// Colours of what is not data.
    public enum Theme {
        LIGHT(0xffffffff, 0xff1b2024, 0xff5a6268, 0xffdedcd6, 0xff0f5ec4, 0xffd55e00, 0x330f5ec4),
        DARK(0xff1a2127, 0xffe9eef1, 0xff9eabb4, 0xff303a42, 0xff86bdff, 0xffff9a5c, 0x4086bdff);

        private final int surface;
        private final int ink;
        private final int muted;
        private final int grid;
        private final int accent;
        private final int second;
        private final int band;

        Theme(int surface, int ink, int muted, int grid, int accent, int second, int band) {
            this.surface = surface;
            this.ink = ink;
            this.muted = muted;
            this.grid = grid;
            this.accent = accent;
            this.second = second;
            this.band = band;
        }

        /// Behind everything.
        public int surface() {
            return surface;
        }

        /// Of what matters.
        public int ink() {
            return ink;
        }

        /// Of labels and units.
        public int muted() {
            return muted;
        }

        /// Of lines that help the eye.
        public int grid() {
            return grid;
        }

        /// Of the one line that matters most.
        public int accent() {
            return accent;
        }

        /// Of the line that it is compared with.
        public int second() {
            return second;
        }

        /// Of an interval around a line.
        public int band() {
            return band;
        }
    }

    /// Of the reader.
    public enum Language {
        KO,
        EN;

        public String of(Name name) {
            return this == KO ? name.ko() : name.en();
        }
    }

    public String say(Name name) {
        return language.of(name);
    }

    public String say(String ko, String en) {
        return language == Language.KO ? ko : en;
    }

    // The four sizes of text in a plot.

    public Canvas.Font title() {
        return Canvas.Font.of(15, theme.ink()).strong();
    }

    public Canvas.Font label() {
        return Canvas.Font.of(12, theme.ink());
    }

    public Canvas.Font tick() {
        return Canvas.Font.of(11, theme.muted());
    }

    public Canvas.Font note() {
        return Canvas.Font.of(10.5, theme.muted());
    }
}
