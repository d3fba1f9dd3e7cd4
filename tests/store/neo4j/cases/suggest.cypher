CALL () {
  CALL () {
    WITH $p2 AS sought1
    CALL (sought1) {
      UNWIND range(0, size(sought1.words) - 1) AS i10
      CALL (sought1, i10) {
        MATCH (edit11:Edit_A) WHERE edit11.key IN sought1.edits[i10]
        RETURN collect(DISTINCT edit11.word) AS words12
      }
      WITH i10, words12 ORDER BY i10
      RETURN collect(words12) AS near2
    }
    CALL (sought1, near2) {
      MATCH (name3:Name_A) WHERE name3.squeezed = sought1.squeezed
      RETURN name3
      UNION
      UNWIND range(0, size(sought1.words) - 1) AS i13
      CALL (sought1, near2, i13) {
        CALL (sought1, near2, i13) {
          MATCH (word14:Word_A) WHERE word14.text STARTS WITH sought1.words[i13]
          RETURN word14
          UNION
          MATCH (word14:Word_A) WHERE word14.text IN near2[i13]
          RETURN word14
        }
        RETURN collect(word14) AS words15, sum(COUNT { (word14)-[:WORD_OF]->() }) AS count16
      }
      WITH words15 ORDER BY count16, i13 LIMIT 1
      UNWIND words15 AS word14
      MATCH (word14)-[:WORD_OF]->(name3)
      RETURN name3
    }
    WITH sought1, near2, name3, 49 * CASE WHEN sought1.length < name3.length THEN sought1.length ELSE name3.length END / name3.length AS covered4
    WITH sought1, name3, CASE
    WHEN name3.written = sought1.written THEN 1000
    WHEN name3.squeezed = sought1.squeezed THEN 900
    WHEN name3.spaced STARTS WITH sought1.opening THEN 750 + covered4
    WHEN name3.spaced STARTS WITH sought1.spaced THEN 700 + covered4
    WHEN all(word18 IN sought1.words WHERE word18 IN name3.words) THEN 550 + covered4
    WHEN all(i17 IN range(0, size(sought1.words) - 1) WHERE any(word18 IN name3.words WHERE word18 STARTS WITH sought1.words[i17])) THEN 500 + covered4
    WHEN all(i17 IN range(0, size(sought1.words) - 1) WHERE any(word18 IN name3.words WHERE word18 STARTS WITH sought1.words[i17]) OR any(word18 IN name3.words WHERE word18 IN near2[i17])) THEN 300 + covered4
    END AS points5
    WHERE points5 IS NOT NULL
    MATCH (name3)-[:NAMES]->(n6)
    WHERE (sought1.kinds IS NULL OR n6.kind IN sought1.kinds)
    WITH n6, name3, points5 ORDER BY points5 DESC, name3.place
    WITH n6, head(collect({score: points5, matchedOn: name3.text})) AS best7
    WITH n6, best7, 0 AS country9
    WITH collect({node: n6, kind: n6.kind, score: best7.score + country9, parts: [best7.score, country9], matchedOn: best7.matchedOn}) AS hits8
    RETURN hits8
  }
  CALL (hits8) {
    UNWIND hits8 AS h20
    WITH h20, h20.node AS n21
    MATCH (n21)
    WITH n21, h20 ORDER BY h20.score DESC, n21.names_sort, n21.id LIMIT $p3
    RETURN collect([h20.matchedOn, h20.kind, n21.id, n21.kind]) AS rows19
  }
  RETURN [rows19] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
