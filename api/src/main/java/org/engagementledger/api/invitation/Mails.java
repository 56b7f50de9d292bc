package org.engagementledger.api.invitation;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;

/**
 * Letters as mails. What people have entered is in the body only; addresses are plain ones, and
 * nothing else of a header is entered by anybody.
 */
final class Mails {

    private static final String UTF_8 = "; charset=UTF-8";

    private Mails() {}

    /**
     * What goes into an envelope.
     *
     * @param from the surgery's address
     * @param to the recipient's; both are usable
     * @param messageId in angle brackets
     * @param at when it is sent
     */
    record Envelope(String from, String to, String messageId, Instant at) {}

    /** Fills a mail with what is about a meeting. */
    static void write(MimeMessage mail, Envelope envelope, Letter letter)
            throws MessagingException {
        Letter.Invitation invitation = letter.invitation();
        if (invitation == null) {
            write(mail, envelope, Wording.subject(letter), Wording.text(letter), null, null);
        } else {
            write(
                    mail,
                    envelope,
                    Wording.subject(letter),
                    Wording.text(letter),
                    CalendarFile.of(letter),
                    invitation.method());
        }
    }

    /** Fills a mail with what is about no meeting: the same for whoever gets it. */
    static void write(MimeMessage mail, Envelope envelope, WrittenLetter letter, Recipient to)
            throws MessagingException {
        String subject =
                letter.session() == null
                        ? Wording.noticeSubject(letter)
                        : Wording.sessionSubject(letter.session());
        write(mail, envelope, subject, Wording.text(letter, to), null, null);
    }

    private static void write(
            MimeMessage mail,
            Envelope envelope,
            String subject,
            String text,
            @Nullable String calendar,
            @Nullable Method method)
            throws MessagingException {
        mail.setFrom(address(envelope.from()));
        mail.setRecipient(Message.RecipientType.TO, address(envelope.to()));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(envelope.at()));
        mail.setHeader("Message-ID", envelope.messageId());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (calendar == null || method == null) {
            mail.setText(text, StandardCharsets.UTF_8.name());
        } else {
            Multipart both = new MimeMultipart("alternative");
            both.addBodyPart(part(text, "text/plain" + UTF_8));
            both.addBodyPart(part(calendar, "text/calendar" + UTF_8 + "; method=" + method.name()));
            mail.setContent(both);
        }
    }

    private static BodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    /** Strict, for it has nothing but what is in a plain address. */
    private static InternetAddress address(String plain) throws MessagingException {
        if (!MailAddress.isUsable(plain)) {
            throw new MessagingException("Not an address that mail is sent to");
        }
        return new InternetAddress(plain, true);
    }
}
