package org.engagementledger.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.ledger.sealing.DataKeyDatabase;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.SealBroken;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

class PersonalJsonTest {

    record Person(
            Personal<String> name,
            Personal<LocalDate> born,
            @Nullable Personal<String> phone,
            List<Personal<String>> aliases,
            List<Note> notes) {}

    record Untyped(Personal<?> value) {}

    record Counted(Personal<Integer> value) {}

    private static final String ANN = "person-ann-of-this-test";
    private static final String CASE = "case-of-this-test";
    private static final Person PERSON =
            new Person(
                    Personal.known(ANN, "Ann Archer"),
                    Personal.known(ANN, LocalDate.of(1984, 2, 29)),
                    null,
                    List.of(Personal.known(ANN, "Annie"), new Personal.Erased<>("person-gone")),
                    List.of(
                            new Note(
                                    Visibility.SHARED,
                                    Personal.known(CASE, "The <knife> wasn't hers"))));

    @TempDir static Path directory;

    private static JsonMapper sealed;
    private static Opener opener;

    @BeforeAll
    static void mappers() {
        MasterKey master = MasterKey.createFile(directory.resolve("master-key.json"));
        Sealer sealer = new Sealer(new Keyring(DataKeyDatabase.asService(), master));
        sealed = LedgerJson.sealed(sealer);
        opener = new Opener(sealer);
    }

    @Test
    void whatIsSealedIsReadUnopenedAndWrittenAsItWas() {
        String text = sealed.writeValueAsString(PERSON);
        Person read = sealed.readValue(text, Person.class);
        assertThat(read.name()).isInstanceOf(Personal.Unopened.class);
        assertThat(read.aliases().getLast()).isEqualTo(PERSON.aliases().getLast());
        assertThatThrownBy(() -> read.name().value()).isInstanceOf(IllegalStateException.class);
        assertThat(sealed.writeValueAsString(read)).isEqualTo(text);
        assertThat(sealed.treeToValue(sealed.readTree(text), Person.class)).isEqualTo(read);
        assertThat(sealed.convertValue(read, Person.class)).isEqualTo(read);
    }

    @Test
    void aSealedValueComesBackOnItsOwn() {
        String text = sealed.writeValueAsString(PERSON.name());
        assertThat(sealed.readValue(text, new TypeReference<Personal<String>>() {}).subject())
                .isEqualTo(ANN);
        assertThat(opener.open(sealed.readTree(text)).stringValue()).isEqualTo("Ann Archer");
    }

    @Test
    void nothingOfAPersonCanBeReadInTheSealedForm() {
        assertThat(sealed.writeValueAsString(PERSON))
                .doesNotContain("Ann", "Archer", "Annie", "1984", "knife")
                .contains(ANN, CASE, "SHARED");
    }

    @Test
    void theSealedFormHasThreeParts() {
        JsonNode name = sealed.valueToTree(PERSON).get("name");
        assertThat(name.propertyNames()).containsExactly("subject", "sealed", "commitment");
        assertThat(name.get("subject").stringValue()).isEqualTo(ANN);
        assertThat(name.get("commitment").stringValue()).hasSize(44);
        assertThat(sealed.writeValueAsString(new Personal.Erased<>(ANN)))
                .isEqualTo("{\"subject\":\"" + ANN + "\",\"erased\":true}");
    }

    @Test
    void whoMaySeeItSeesItInTheClear() {
        assertThat(opener.open(sealed.<JsonNode>valueToTree(PERSON)).toString())
                .isEqualTo(
                        """
                        {"name":"Ann Archer","born":"1984-02-29",\
                        "aliases":["Annie",{"erased":true}],\
                        "notes":[{"visibility":"SHARED","text":"The <knife> wasn't hers"}]}""");
    }

    @Test
    void aBrokenSealIsLoud() {
        String text = sealed.writeValueAsString(PERSON);
        String other = sealed.writeValueAsString(PERSON);
        String mixed = text.replace(commitment(text), commitment(other));
        assertThatThrownBy(() -> opener.open(sealed.readTree(mixed)))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining(CASE)
                .hasMessageNotContaining("knife");
    }

    private static String commitment(String person) {
        return sealed.readTree(person).at("/notes/0/text/commitment").stringValue();
    }

    @Test
    void onlyTheSealedFormIsRead() {
        for (String text :
                List.of(
                        "\"Ann\"",
                        "{}",
                        "{\"erased\":true}",
                        "{\"subject\":\"s\"}",
                        "{\"subject\":\"s\",\"erased\":false}",
                        "{\"subject\":\"s\",\"secret\":\"Ann\"}",
                        "{\"subject\":\"s\",\"sealed\":\"\"}",
                        "{\"subject\":\"s\",\"sealed\":\"\",\"commitment\":\"\",\"erased\":true}",
                        "{\"subject\":\"s\",\"sealed\":\"\",\"commitment\":\"\",\"more\":1}")) {
            assertThatThrownBy(
                            () -> sealed.readValue(text, new TypeReference<Personal<String>>() {}))
                    .as(text)
                    .isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void onlyTextsAndDatesArePersonal() {
        String untyped = sealed.writeValueAsString(new Untyped(PERSON.name()));
        assertThatThrownBy(() -> sealed.readValue(untyped, Untyped.class))
                .isInstanceOf(InvalidDefinitionException.class);
        assertThatThrownBy(() -> sealed.readValue(untyped, Counted.class))
                .isInstanceOf(InvalidDefinitionException.class);
        assertThatThrownBy(() -> sealed.writeValueAsString(new Counted(Personal.known(ANN, 42))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyASealIsOpened() {
        String like = "{\"subject\":\"of a mail\",\"to\":[\"subject\"],\"sealed\":1}";
        assertThat(opener.open(sealed.readTree(like)).toString()).isEqualTo(like);
    }
}
