package org.dosi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is observed: PM10, equivalent sound level, vehicle flow.
///
/// @param id lower case letters, digits, `_` and `.`, e.g. `pm10`, `sales_amount.mon`
/// @param parent the property that this one is a part of (`sales_amount` of `sales_amount.mon`), or null; it
///     may have no observations of its own
/// @param categories the codes, where the observations are codes; otherwise empty
public record ObservedProperty(
        String id, Name name, @Nullable ObservedProperty parent, List<Category> categories) {

    public ObservedProperty {
        if (!id.matches("[a-z0-9_]+(\\.[a-z0-9_]+)*")) {
            throw new IllegalArgumentException("a property id holds a-z, 0-9, '_' and '.', found '%s'".formatted(id));
        }
        categories = List.copyOf(categories);
    }

    public static ObservedProperty of(String id, String ko, String en) {
        return new ObservedProperty(id, new Name(ko, en), null, List.of());
    }

    /// A coded property: its observations are the values of these categories.
    public static ObservedProperty coded(String id, String ko, String en, List<Category> categories) {
        return new ObservedProperty(id, new Name(ko, en), null, categories);
    }

    /// A part of this property, such as the sales of Mondays: `sales_amount.mon`.
    public ObservedProperty part(String suffix, String ko, String en) {
        return new ObservedProperty(
                id + "." + suffix, new Name(name.ko() + " · " + ko, name.en() + ", " + en), this, List.of());
    }

    public @Nullable String parentId() {
        return parent == null ? null : parent.id;
    }
}
