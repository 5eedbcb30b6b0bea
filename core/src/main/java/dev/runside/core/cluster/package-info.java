/**
 * What people say, grouped by what it is about.
 *
 * <pre>
 *   texts -> Words -> Sparse (words by text) -> Topics -> Neighbours -> Spectrum -> Centres -> Mixture -> Clusters
 *                     what is written           what is meant  who is near whom      groups     words of each group
 * </pre>
 *
 * No dictionary and nothing learned beforehand but a list of words that say nothing: what counts as
 * alike is taken from the texts themselves. The same texts give the same groups, in whatever order
 * they come.
 */
@NullMarked
package dev.runside.core.cluster;

import org.jspecify.annotations.NullMarked;
