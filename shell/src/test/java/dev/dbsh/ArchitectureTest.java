package dev.dbsh;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.dbsh.pg.connect.PasswordPrompt;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] FOUNDATIONS = {
        "dev.dbsh.report..",
        "dev.dbsh.sql..",
        "dev.dbsh.pg..",
        "dev.dbsh.render..",
        "dev.dbsh.command..",
        "dev.dbsh.files..",
        "dev.dbsh.journal.."
    };
    private static final String[] EDGE = {"dev.dbsh.console..", "dev.dbsh.app..", "dev.dbsh.demo.."};

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("dev.dbsh");

    @Test
    void theProductIsLookedAtAndNothingElse() {
        assertThat(PRODUCT.contain("dev.dbsh.app.Main")).isTrue();
        assertThat(PRODUCT.contain("dev.dbsh.ArchitectureTest")).isFalse();
    }

    @Test
    void reportDependsOnNothingOfOurs() {
        check(ours("dev.dbsh.report..").should().onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.report..")));
    }

    @Test
    void scannerKnowsNothingOfWhatStatementsDo() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dbsh.sql")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.dbsh.sql.classify"));
    }

    @Test
    void sqlKnowsReportsOnly() {
        check(ours("dev.dbsh.sql..")
                .should()
                .onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.sql..", "dev.dbsh.report..")));
    }

    @Test
    void renderKnowsReportsOnly() {
        check(ours("dev.dbsh.render..")
                .should()
                .onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.render..", "dev.dbsh.report..")));
    }

    @Test
    void commandKnowsReportsOnly() {
        check(ours("dev.dbsh.command..")
                .should()
                .onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.command..", "dev.dbsh.report..")));
    }

    @Test
    void filesKnowNothingOfOurs() {
        check(ours("dev.dbsh.files..").should().onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.files..")));
    }

    @Test
    void journalKnowsCommandsAndFilesOnly() {
        check(ours("dev.dbsh.journal..")
                .should()
                .onlyDependOnClassesThat(inNoneOfOursBut(
                        "dev.dbsh.journal..", "dev.dbsh.command..", "dev.dbsh.report..", "dev.dbsh.files..")));
    }

    @Test
    void pgKnowsReportsAndSqlOnly() {
        check(ours("dev.dbsh.pg..")
                .should()
                .onlyDependOnClassesThat(inNoneOfOursBut("dev.dbsh.pg..", "dev.dbsh.report..", "dev.dbsh.sql..")));
    }

    @Test
    void onlyTheSessionAndItsCommandsKnowHowConnectionsAreMade() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.dbsh.pg..", "dev.dbsh.session..", "dev.dbsh.app..")
                .should()
                .dependOnClassesThat(
                        // whoever has the terminal is asked for passwords, and need know no more than that
                        resideInAnyPackage("dev.dbsh.pg.connect..").and(not(type(PasswordPrompt.class)))));
    }

    @Test
    void featuresKnowFoundationsOnly() {
        check(classes()
                .that(areFeatures())
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage(EDGE)).as("do not reside in %s", String.join(", ", EDGE))));
    }

    @Test
    void featuresDoNotDependOnEachOther() {
        check(slices().assignedFrom(new Features()).should().notDependOnEachOther());
    }

    @Test
    void consoleKnowsNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dbsh.console..")
                .should()
                .dependOnClassesThat(areFeatures().or(resideInAnyPackage("dev.dbsh.app..", "dev.dbsh.demo.."))));
    }

    @Test
    void demoKnowsNeitherConsoleNorApp() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dbsh.demo..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.dbsh.console..", "dev.dbsh.app..")));
    }

    @Test
    void springAndJLineStayAtTheEdge() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.dbsh.app..", "dev.dbsh.console..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.jline..")));
    }

    @Test
    void onlyTheSessionAndTheEdgeSpeakJdbc() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.dbsh.pg..", "dev.dbsh.app..", "dev.dbsh.demo..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.assignableTo(AutoCloseable.class)
                        .and(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))
                        .or(resideInAnyPackage("org.postgresql..")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager"));
    }

    @Test
    void resultsAreNeverUpdatable() {
        check(noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "changes a row through a result set",
                        call -> call.getTargetOwner().isAssignableTo(ResultSet.class)
                                && call.getName().matches("(update|insert|delete|refresh|moveToInsert)[A-Z]?.*"))));
    }

    @Test
    void nothingPrintsOrExitsButTheEdge() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.dbsh.app..", "dev.dbsh.console..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Data|Info|Dto|Dao|Repository)"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().and(not(synthetic())).should().beFinal());
    }

    @Test
    void nothingLogsThroughTheJdk() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.dbsh.app..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..")));
    }

    private static GivenClassesConjunction ours(String packages) {
        return classes().that().resideInAPackage(packages);
    }

    private static DescribedPredicate<JavaClass> inNoneOfOursBut(String... packages) {
        return not(resideInAnyPackage("dev.dbsh.."))
                .or(resideInAnyPackage(packages))
                .as("are ours only in %s", String.join(", ", packages));
    }

    private static DescribedPredicate<JavaClass> areFeatures() {
        return resideInAnyPackage("dev.dbsh..")
                .and(not(resideInAnyPackage(FOUNDATIONS)))
                .and(not(resideInAnyPackage(EDGE)))
                .as("are features");
    }

    private static DescribedPredicate<JavaField> synthetic() {
        return DescribedPredicate.describe(
                "synthetic", field -> field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }

    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return areFeatures().test(type)
                    ? SliceIdentifier.of(type.getPackageName().split("\\.")[2])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
