CALL () {
  UNWIND range(0, size($p1) - 1) AS i1
  WITH i1, $p1[i1] AS sought2
  CALL (sought2) {
    CALL (sought2) {
      WITH sought2 AS sought4
      CALL (sought4) {
        UNWIND range(0, size(sought4.words) - 1) AS i13
        CALL (sought4, i13) {
          MATCH (edit14:Edit_A) WHERE edit14.key IN sought4.edits[i13]
          RETURN collect(DISTINCT edit14.word) AS words15
        }
        WITH i13, words15 ORDER BY i13
        RETURN collect(words15) AS near5
      }
      CALL (sought4, near5) {
        MATCH (name6:Name_A) WHERE name6.squeezed = sought4.squeezed
        RETURN name6
        UNION
        UNWIND range(0, size(sought4.words) - 1) AS i16
        CALL (sought4, near5, i16) {
          CALL (sought4, near5, i16) {
            MATCH (word17:Word_A) WHERE word17.text STARTS WITH sought4.words[i16]
            RETURN word17
            UNION
            MATCH (word17:Word_A) WHERE word17.text IN near5[i16]
            RETURN word17
          }
          RETURN collect(word17) AS words18, sum(COUNT { (word17)-[:WORD_OF]->() }) AS count19
        }
        WITH words18 ORDER BY count19, i16 LIMIT 1
        UNWIND words18 AS word17
        MATCH (word17)-[:WORD_OF]->(name6)
        RETURN name6
      }
      WITH sought4, near5, name6, 49 * CASE WHEN sought4.length < name6.length THEN sought4.length ELSE name6.length END / name6.length AS covered7
      WITH sought4, name6, CASE
      WHEN name6.written = sought4.written THEN 1000
      WHEN name6.squeezed = sought4.squeezed THEN 900
      WHEN name6.spaced STARTS WITH sought4.opening THEN 750 + covered7
      WHEN name6.spaced STARTS WITH sought4.spaced THEN 700 + covered7
      WHEN all(word21 IN sought4.words WHERE word21 IN name6.words) THEN 550 + covered7
      WHEN all(i20 IN range(0, size(sought4.words) - 1) WHERE any(word21 IN name6.words WHERE word21 STARTS WITH sought4.words[i20])) THEN 500 + covered7
      WHEN all(i20 IN range(0, size(sought4.words) - 1) WHERE any(word21 IN name6.words WHERE word21 STARTS WITH sought4.words[i20]) OR any(word21 IN name6.words WHERE word21 IN near5[i20])) THEN 300 + covered7
      END AS points8
      WHERE points8 IS NOT NULL
      MATCH (name6)-[:NAMES]->(n9)
      WHERE (sought4.kinds IS NULL OR n9.kind IN sought4.kinds)
      WITH n9, name6, points8 ORDER BY points8 DESC, name6.place
      WITH n9, head(collect({score: points8, matchedOn: name6.text})) AS best10
      WITH n9, best10, CASE WHEN sought2.country IS NULL THEN 0 WHEN (n9.id = sought2.country.id OR sought2.country.name IN n9.names_folded) OR EXISTS {
        MATCH (n9)-[f22:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(n23:Entity_A)
        WHERE (n23.id = sought2.country.id OR sought2.country.name IN n23.names_folded) AND f22.modality <> 'DENIED' AND f22.rank <> 'DEPRECATED'
      } THEN 100 ELSE 0 END AS country12
      WITH collect({node: n9, kind: n9.kind, score: best10.score + country12, parts: [best10.score, country12], matchedOn: best10.matchedOn}) AS hits11
      WITH hits11, size([h24 IN hits11 WHERE (h24.parts[0] >= 900 AND (sought2.country IS NULL OR h24.parts[1] > 0))]) = 1 AS isAlone25
      RETURN [h24 IN hits11 | h24 {.*, isMatch: isAlone25 AND (h24.parts[0] >= 900 AND (sought2.country IS NULL OR h24.parts[1] > 0))}] AS hits11
    }
    CALL (hits11) {
      UNWIND hits11 AS h27
      WITH h27, h27.node AS n28
      MATCH (n28)
      WITH n28, h27 ORDER BY h27.score DESC, n28.names_sort, n28.id LIMIT $p3
      RETURN collect([h27.score, h27.isMatch, h27.matchedOn, h27.parts, n28.id, n28.kind]) AS rows26
    }
    RETURN [rows26] AS v3
  }
  WITH i1, v3 ORDER BY i1
  RETURN collect(v3) AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
