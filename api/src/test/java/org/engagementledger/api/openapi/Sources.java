package org.engagementledger.api.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the sources say that the classes don't: their Javadoc, and the codes that a request's
 * headers and parameters are refused with.
 */
final class Sources {

    private static final List<Path> ROOTS =
            List.of(
                    Path.of("../domain/src/main/java"),
                    Path.of("../ledger/src/main/java"),
                    Path.of("../command/src/main/java"),
                    Path.of("../query/src/main/java"),
                    Path.of("src/main/java"),
                    Path.of("src/test/java/org/engagementledger/api/openapi"));

    /** Whatever makes a problem of a value that isn't about a rule of the domain. */
    private static final Set<String> REFUSING =
            Set.of(
                    "refuse",
                    "Unfit",
                    "misfit",
                    "misfitting",
                    "header",
                    "unconditional",
                    "unmatched",
                    "parameter");

    private static final String CODE = "[A-Z][A-Z0-9]+(_[A-Z0-9]+)*";

    /**
     * What a comment says, in Markdown.
     *
     * @param text without its tags
     * @param params by name
     */
    record Comment(String text, Map<String, String> params) {

        static final Comment NONE = new Comment("", Map.of());

        Comment {
            params = Map.copyOf(params);
        }

        /** The first sentence, with its full stop. */
        String summary() {
            String[] sentences = text.split("(?<=[.?!])\\s+", 2);
            return sentences[0].replaceAll("\\s+", " ");
        }

        /** What follows the first sentence. */
        String rest() {
            String[] sentences = text.split("(?<=[.?!])\\s+", 2);
            return sentences.length < 2 ? "" : sentences[1];
        }
    }

    private final Map<String, Comment> comments = new HashMap<>();
    private final Set<String> codes = new TreeSet<>();

    private Sources() {}

    /** Reads all sources whose types can be in the document. */
    static Sources read() throws IOException {
        Sources sources = new Sources();
        List<Path> files = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Reader(trees).scan(unit, null);
            }
        }
        return sources;
    }

    Comment of(Class<?> type) {
        return comments.getOrDefault(type.getName(), Comment.NONE);
    }

    Comment of(Method method) {
        return comments.getOrDefault(
                method.getDeclaringClass().getName() + "#" + method.getName(), Comment.NONE);
    }

    Comment of(Enum<?> constant) {
        return comments.getOrDefault(
                constant.getDeclaringClass().getName() + "#" + constant.name(), Comment.NONE);
    }

    Comment ofPackage(String name) {
        return comments.getOrDefault(name + ".package-info", Comment.NONE);
    }

    /** What a record says of one of its components, if it does. */
    Optional<String> ofComponent(Class<?> record, String name) {
        return Optional.ofNullable(of(record).params().get(name));
    }

    /** The codes of what is refused before the domain is asked. */
    Set<String> codes() {
        return codes;
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private String scope = "";

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitPackage(PackageTree tree, Void nothing) {
            keep(tree.getPackageName() + ".package-info");
            return super.visitPackage(tree, null);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = scope;
            String name = tree.getSimpleName().toString();
            if (outer.isEmpty()) {
                var unit = getCurrentPath().getCompilationUnit();
                scope = unit.getPackageName() + "." + name;
            } else {
                scope = outer + "$" + name;
            }
            keep(scope);
            super.visitClass(tree, null);
            scope = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            keep(scope + "#" + tree.getName());
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            keep(scope + "#" + tree.getName());
            return super.visitVariable(tree, null);
        }

        private void keep(String name) {
            TreePath path = getCurrentPath();
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment != null) {
                comments.putIfAbsent(name, comment(comment));
            }
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            noteCodes(tree.getIdentifier(), tree.getArguments());
            return super.visitNewClass(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            noteCodes(tree.getMethodSelect(), tree.getArguments());
            return super.visitMethodInvocation(tree, null);
        }

        private void noteCodes(ExpressionTree called, List<? extends ExpressionTree> arguments) {
            String name =
                    switch (called) {
                        case MemberSelectTree select -> select.getIdentifier().toString();
                        case IdentifierTree identifier -> identifier.getName().toString();
                        default -> "";
                    };
            if (REFUSING.contains(name)) {
                arguments.stream()
                        .limit(2)
                        .filter(LiteralTree.class::isInstance)
                        .map(it -> ((LiteralTree) it).getValue())
                        .filter(it -> it instanceof String text && text.matches(CODE))
                        .forEach(it -> codes.add((String) it));
            }
        }
    }

    private static Comment comment(DocCommentTree comment) {
        Map<String, String> params = new LinkedHashMap<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                params.put(param.getName().getName().toString(), words(param.getDescription()));
            }
        }
        return new Comment(words(comment.getFullBody()), params);
    }

    private static String words(List<? extends DocTree> trees) {
        StringBuilder words = new StringBuilder();
        trees.forEach(tree -> words.append(word(tree)));
        return Stream.of(words.toString().split("\n\n", -1))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .reduce((one, next) -> one + "\n\n" + next)
                .orElse("")
                .strip();
    }

    private static String word(DocTree tree) {
        return switch (tree) {
            case com.sun.source.doctree.LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link ->
                    link.getLabel().isEmpty()
                            ? "`"
                                    + link.getReference().getSignature().replaceAll("^.*[.#]", "")
                                    + "`"
                            : words(link.getLabel());
            case StartElementTree element ->
                    switch (element.getName().toString()) {
                        case "p" -> "\n\n";
                        case "li" -> "\n\n- ";
                        default -> "";
                    };
            case EndElementTree end -> "";
            default -> tree.toString();
        };
    }
}
