package dev.runside.server.catalog.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelParserFactory;
import dev.runside.core.Ref;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of a CEL expression that parses. */
final class Expression {

    private static final Set<String> REFERENCED = Set.of("hop", "system", "product", "indicator");
    private static final int MOST_WORDS = 30;

    private final CelAbstractSyntaxTree tree;

    private Expression(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    static Expression parse(String text) {
        try {
            return new Expression(
                    CelParserFactory.standardCelParserBuilder().build().parse(text).getAst());
        } catch (CelValidationException e) {
            throw new IllegalArgumentException("does not parse: " + text, e);
        }
    }

    /** Whether it reads the field of the variable. */
    boolean selects(String variable, String field) {
        return nodes().anyMatch(node ->
                node.getKind() == ExprKind.Kind.SELECT
                        && node.select().field().equals(field)
                        && isVariable(node.select().operand(), variable));
    }

    /** The references among its strings; the beginning of one, as in hop:mail/, is none. */
    Stream<Ref> references() {
        return strings()
                .flatMap(Expression::reference)
                .filter(ref -> REFERENCED.contains(ref.kind()) && !ref.name().endsWith("/"))
                .distinct();
    }

    /** Its strings, and one that it does not name. */
    List<String> words() {
        return Stream.concat(Stream.of("anything"), strings())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static boolean isVariable(CelExpr operand, String variable) {
        return operand.getKind() == ExprKind.Kind.IDENT && operand.ident().name().equals(variable);
    }

    private Stream<String> strings() {
        return nodes().filter(node -> node.getKind() == ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue);
    }

    private Stream<CelExpr> nodes() {
        return CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr);
    }

    private static Stream<Ref> reference(String text) {
        try {
            return Stream.of(Ref.parse(text));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
