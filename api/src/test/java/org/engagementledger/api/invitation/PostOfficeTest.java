package org.engagementledger.api.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What mail servers refuse is told by codes. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostOfficeTest {

    private static final WrittenLetter NOTICE =
            new WrittenLetter(
                    1,
                    Instant.EPOCH,
                    null,
                    "surgery@ledger.example",
                    null,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null,
                    NoticeKind.NO_JOIN_LINK,
                    new SurgeryId("B01CN00-2020-11-05T1500"),
                    null,
                    List.of(),
                    List.of(),
                    List.of());

    private static final Recipient SOMEBODY =
            new Recipient(
                    "coordinator-1", Part.COORDINATOR, null, null, null, false, Delivery.MAIL);

    private static PostOffice office(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new PostOffice(beans.getBeanProvider(JavaMailSender.class));
    }

    private static Optional<MailFailure> sent(PostOffice office) {
        return office.send(
                mail ->
                        Mails.write(
                                mail,
                                new Mails.Envelope(
                                        "surgery@ledger.example",
                                        "somebody@example.org",
                                        "<1@ledger.example>",
                                        Instant.EPOCH),
                                NOTICE,
                                SOMEBODY));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <somebody@example.org> unknown, RECIPIENT_REFUSED",
        "RCPT, 451 4.7.1 <somebody@example.org> greylisted, TRY_LATER",
        "RCPT, 530 5.7.0 Authentication required, LOGIN_REFUSED",
        "., 554 5.7.1 somebody@example.org doesn't like it, MESSAGE_REFUSED",
        "., 452 4.3.1 Full, TRY_LATER",
        "MAIL, 451 4.3.0 Later, TRY_LATER",
        "nothing, 250 OK, ''"
    })
    void whatAServerRefusesIsACode(String at, String reply, String expected) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, at, reply));

            assertThat(sent(office(server.getLocalPort())).map(Enum::name).orElse(""))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aServerThatIsntThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(sent(office(port))).contains(MailFailure.SERVER_UNREACHABLE);
    }

    @Test
    void aServerThatSaysNothingIsUnreachable() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(sent(office(silent.getLocalPort())))
                    .contains(MailFailure.SERVER_UNREACHABLE);
        }
    }

    /** Speaks as much SMTP as it needs to refuse a command, or the mail's end. */
    private static void serve(ServerSocket server, String at, String reply) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII));
                Writer out =
                        new OutputStreamWriter(
                                client.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "220 here");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                if (line.startsWith(at)) {
                    say(out, reply);
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                } else {
                    say(out, "250 OK");
                }
                data = line.startsWith("DATA");
            }
        } catch (IOException ended) {
            // The client has heard enough.
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
