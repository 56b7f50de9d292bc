package org.engagementledger.api.invitation;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.engagementledger.domain.correspondence.MailFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the operator's mail server, if there is one. */
@Component
class PostOffice {

    private static final int LASTING = 500;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int TOO_WEAK = 534;
    private static final int CREDENTIALS_INVALID = 535;

    private final @Nullable JavaMailSender sender;

    PostOffice(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender.getIfAvailable();
    }

    /** Whether mail is sent at all. */
    boolean isOpen() {
        return sender != null;
    }

    /** Writes into a mail. */
    interface Content {
        void write(MimeMessage mail) throws MessagingException;
    }

    /** Sends a mail; what it failed for if it did. */
    Optional<MailFailure> send(Content content) {
        if (sender == null) {
            return Optional.of(MailFailure.SERVER_UNREACHABLE);
        }
        try {
            MimeMessage mail = sender.createMimeMessage();
            content.write(mail);
            sender.send(mail);
            return Optional.empty();
        } catch (MailException | MessagingException failed) {
            return Optional.of(why(failed));
        }
    }

    /** By types and status codes only: what a server says may quote an address. */
    static MailFailure why(Exception failed) {
        List<Throwable> all = causes(failed);
        if (first(all, MailAuthenticationException.class).isPresent()) {
            return MailFailure.LOGIN_REFUSED;
        }
        return first(all, SMTPAddressFailedException.class)
                .map(it -> code(it.getReturnCode(), MailFailure.RECIPIENT_REFUSED))
                .or(
                        () ->
                                first(all, SMTPSendFailedException.class)
                                        .map(
                                                it ->
                                                        code(
                                                                it.getReturnCode(),
                                                                MailFailure.MESSAGE_REFUSED)))
                .or(() -> first(all, SSLException.class).map(it -> MailFailure.LOGIN_REFUSED))
                .or(() -> first(all, IOException.class).map(it -> MailFailure.SERVER_UNREACHABLE))
                .orElse(MailFailure.UNEXPECTED);
    }

    private static <T> Optional<T> first(List<Throwable> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** With whatever hides behind it. */
    private static List<Throwable> causes(Throwable failed) {
        List<Throwable> all = new ArrayList<>();
        Deque<Throwable> left = new ArrayDeque<>(List.of(failed));
        while (!left.isEmpty()) {
            Throwable one = left.remove();
            all.add(one);
            if (one.getCause() != null) {
                left.add(one.getCause());
            }
            if (one instanceof MailSendException several) {
                left.addAll(List.of(several.getMessageExceptions()));
            }
            if (one instanceof MessagingException chained && chained.getNextException() != null) {
                left.add(chained.getNextException());
            }
        }
        return all;
    }

    private static MailFailure code(int code, MailFailure lasting) {
        return switch (code) {
            case AUTHENTICATION_REQUIRED, TOO_WEAK, CREDENTIALS_INVALID ->
                    MailFailure.LOGIN_REFUSED;
            default -> code >= LASTING ? lasting : MailFailure.TRY_LATER;
        };
    }
}
