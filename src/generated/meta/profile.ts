/**
 * A frozen set of rules that is judged as a whole.
 */
export interface Profile {
$schema?: string
name: string
title: string
about?: string
/**
 * Capabilities that an implementation must declare to conform to the profile.
 */
requires?: string[]
/**
 * Items: RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
rules: string[]
/**
 * The points of a course, in its order, and the rules that cover each.
 */
topics?: Topic[]
}
export interface Topic {
point: number
title: string
statement: string
/**
 * Items: RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
rules: string[]
}
