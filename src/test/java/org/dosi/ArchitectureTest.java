package org.dosi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The plan in `ARCHITECTURE.md` is the plan of the code: the test reads the table and knows no room by
/// itself.
class ArchitectureTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+)` \\|.*\\|([^|]*)\\|$");
    private static final Pattern WORD = Pattern.compile("`([a-z]+)`");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.dosi");

    private final Map<String, Set<String>> mayUse = readTable();

    private static Map<String, Set<String>> readTable() {
        try {
            Map<String, Set<String>> table = new TreeMap<>();
            for (String line : Files.readAllLines(Path.of("ARCHITECTURE.md"))) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    table.put(
                            row.group(1),
                            WORD.matcher(row.group(2))
                                    .results()
                                    .map(m -> m.group(1))
                                    .collect(Collectors.toSet()));
                }
            }
            return table;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theTableNamesTheRoomsThatAreThereAndNoOthers() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/dosi"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(mayUse.keySet());
        }
        Set<String> named = new TreeSet<>();
        mayUse.values().forEach(named::addAll);
        assertThat(mayUse.keySet()).as("rooms that others may use").containsAll(named);
    }

    @Test
    void anImportGoesOnlyWhereTheTableAllows() {
        mayUse.forEach((room, others) -> {
            List<String> allowed = new ArrayList<>(List.of("org.dosi." + room + ".."));
            others.forEach(other -> allowed.add("org.dosi." + other + ".."));
            DescribedPredicate<JavaClass> forbidden = resideInAPackage("org.dosi..")
                    .and(DescribedPredicate.not(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                    allowed.toArray(String[]::new))));
            noClasses()
                    .that()
                    .resideInAPackage("org.dosi." + room + "..")
                    .should()
                    .dependOnClassesThat(forbidden)
                    .because("the table in ARCHITECTURE.md lets " + room + " use only " + others)
                    .check(CODE);
        });
    }

    @Test
    void noPackagesFormACircle() {
        slices().matching("org.dosi.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void librariesStayBehindTheirWalls() {
        wall("org.duckdb..", "org.dosi.store..", "org.dosi.source..");
        wall("org.springframework..", "org.dosi.product..", "org.dosi.app..");
        wall("jakarta.servlet..", "org.dosi.product..", "org.dosi.app..");
        wall("tools.jackson..", "org.dosi.source..", "org.dosi.product..", "org.dosi.app..");
        wall("picocli..", "org.dosi.app..");
        wall("java.sql..", "org.dosi.store..", "org.dosi.source..");
        wall("com.ibm.icu..", "org.dosi.kernel..", "org.dosi.source..");
    }

    private static void wall(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CODE);
    }

    @Test
    void kernelsAreArithmeticAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.dosi.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.file..", "java.util.logging..", "java.util.concurrent..", "org.slf4j..")
                .because("a kernel does no input or output, reads no clock and keeps no threads")
                .check(CODE);
    }

    @Test
    void classesAreFinalAndPackagesSayThatNothingIsNull() {
        classes()
                .that()
                .resideInAPackage("org.dosi..")
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                .and()
                .areNotEnums()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(CODE);
        assertThat(CODE.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> p.getClasses().stream()
                                .anyMatch(c -> !c.getSimpleName().equals("package-info")))
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(com.tngtech.archunit.core.domain.JavaPackage::getName))
                .isEmpty();
    }

    /// What a document calls by name exists: names in code style that look like classes of ours.
    @Test
    void theArchitecturePageNamesClassesThatExist() throws IOException {
        Set<String> classes = CODE.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        Matcher names = Pattern.compile("`(?:[a-z]+\\.)?([A-Z][A-Za-z]+)`")
                .matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        Set<String> unknown = new TreeSet<>();
        while (names.find()) {
            String name = names.group(1);
            if (!classes.contains(name) && !name.equals("ArchitectureTest")) {
                unknown.add(name);
            }
        }
        assertThat(unknown).isEmpty();
    }
}
