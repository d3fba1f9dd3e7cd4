CALL () {
  CALL () {
    UNWIND range(0, size($p3) - 1) AS i
    CALL (i) {
      MATCH (n:Entity_A {id: $p3[i]})
      WHERE $p4[i] = 0
      RETURN n
      UNION
      MATCH (:Name_A {folded: left($p3[i], 1000)})-[:NAMES]->(n)
      WHERE $p4[i] = 1 AND $p3[i] IN n.names_folded
      RETURN n
    }
    WITH i, n ORDER BY i, n.names_sort, n.id
    WITH i, collect(n)[0..20] AS entities ORDER BY i
    RETURN collect([i, entities]) AS references
  }
  WITH references, head([r IN references WHERE size(r[1]) > 1 | [n IN r[1] | [n.id, n.kind]]]) AS namesakes
  WITH namesakes, CASE WHEN namesakes IS NULL THEN references ELSE [] END AS references
  WITH namesakes, head([r IN references WHERE r[0] = 0 | r[1][0]]) AS start, head([r IN references WHERE r[0] = 1 | r[1][0]]) AS end, [r IN references WHERE r[0] > 1 | r[1][0]] AS avoided
  WITH namesakes, start, end, avoided + [start, end] AS avoided, [] AS found, [[start]] AS forth, [[end]] AS back, COUNT { (start)--() } AS fromStart, COUNT { (end)--() } AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 1 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 2 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m:Hub_A AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 2 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 3 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m:Hub_A AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 3 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 4 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m:Hub_A AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 4 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 5 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m:Hub_A AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 5 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[3] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 4 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 4 < size(forth) THEN forth[size(forth) - 5] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 4 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 4 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id, nodes[5].id, facts[4].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 6 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m:Hub_A AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 6 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[4] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[3] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 4 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 4 < size(forth) THEN forth[size(forth) - 5] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 4 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 4 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 5 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 5 < size(forth) THEN forth[size(forth) - 6] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 5 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 5 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id, nodes[5].id, facts[4].id, nodes[6].id, facts[5].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (found) {
    UNWIND found[0..$p6] AS path
    WITH path[0] AS nodes, path[1] AS facts
    CALL (nodes, facts) {
      UNWIND range(0, size(nodes) - 1) AS i2
      WITH i2, nodes[i2] AS n3 ORDER BY i2
      RETURN collect([n3.id, n3.kind]) AS v1
    }
    CALL (nodes, facts) {
      UNWIND range(0, size(facts) - 1) AS i5
      WITH i5, facts[i5] AS f6, nodes[i5] AS n7, nodes[i5 + 1] AS n8 ORDER BY i5
      CALL (f6) {
        UNWIND range(0, size(f6.citations) - 1) AS i11
        MATCH (p10:Passage_A {id: f6.citations[i11]})
        WITH p10, i11 ORDER BY i11
        RETURN collect([p10.locator]) AS v9
      }
      RETURN collect([startNode(f6) = n7, n8.names, n8.kind, f6.id, v9]) AS v4
    }
    RETURN collect([size(facts), [n IN nodes | n.names], [i IN range(0, size(facts) - 1) | [type(facts[i]), startNode(facts[i]) = nodes[i], facts[i].modality, facts[i].validTime]], v1, v4]) AS rows12
  }
  RETURN [namesakes, rows12] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    UNWIND range(0, size($p3) - 1) AS i
    CALL (i) {
      MATCH (n:Entity_A {id: $p3[i]})
      WHERE $p4[i] = 0
      RETURN n
      UNION
      MATCH (:Name_A {folded: left($p3[i], 1000)})-[:NAMES]->(n)
      WHERE $p4[i] = 1 AND $p3[i] IN n.names_folded
      RETURN n
    }
    WITH i, n ORDER BY i, n.names_sort, n.id
    WITH i, collect(n)[0..20] AS entities ORDER BY i
    RETURN collect([i, entities]) AS references
  }
  WITH references, head([r IN references WHERE size(r[1]) > 1 | [n IN r[1] | [n.id, n.kind]]]) AS namesakes
  WITH namesakes, CASE WHEN namesakes IS NULL THEN references ELSE [] END AS references
  WITH namesakes, head([r IN references WHERE r[0] = 0 | r[1][0]]) AS start, head([r IN references WHERE r[0] = 1 | r[1][0]]) AS end, [r IN references WHERE r[0] > 1 | r[1][0]] AS avoided
  WITH namesakes, start, end, avoided + [start, end] AS avoided, [] AS found, [[start]] AS forth, [[end]] AS back, COUNT { (start)--() } AS fromStart, COUNT { (end)--() } AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 1 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 2 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 2 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 3 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 3 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 4 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 4 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 5 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 5 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[3] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 4 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 4 < size(forth) THEN forth[size(forth) - 5] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 4 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 4 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id, nodes[5].id, facts[4].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 6 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED' AND NOT m IN avoided
    WITH DISTINCT m
    RETURN collect(m) AS grown, sum(COUNT { (m)--() }) AS weight
  }
  WITH namesakes, start, end, avoided, found, CASE WHEN fromStart <= fromEnd THEN [forth + [grown], back, weight, fromEnd] ELSE [forth, back + [grown], fromStart, weight] END AS sides
  WITH namesakes, start, end, avoided, found, sides[0] AS forth, sides[1] AS back, sides[2] AS fromStart, sides[3] AS fromEnd
  CALL (start, end, avoided, found, forth, back, fromStart, fromEnd) {
    WITH * WHERE size(found) < $p6 AND $p5 >= 6 AND start <> end
    UNWIND CASE WHEN fromStart <= fromEnd THEN last(forth) ELSE last(back) END AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN CASE WHEN fromStart <= fromEnd THEN last(back) ELSE last(forth) END AND n <> m AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN fromStart <= fromEnd THEN [n, m] ELSE [m, n] END AS nodes, [f] AS facts
    WITH forth, back, nodes, facts, CASE WHEN 1 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 1 < size(forth) THEN forth[size(forth) - 2] ELSE back[4] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 1 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 1 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 2 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 2 < size(forth) THEN forth[size(forth) - 3] ELSE back[3] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 2 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 2 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 3 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 3 < size(forth) THEN forth[size(forth) - 4] ELSE back[2] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 3 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 3 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 4 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 4 < size(forth) THEN forth[size(forth) - 5] ELSE back[1] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 4 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 4 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH forth, back, nodes, facts, CASE WHEN 5 < size(forth) THEN head(nodes) ELSE last(nodes) END AS n, CASE WHEN 5 < size(forth) THEN forth[size(forth) - 6] ELSE back[0] END AS places
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE m IN places AND NOT m IN nodes AND f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    WITH forth, back, CASE WHEN 5 < size(forth) THEN [m] + nodes ELSE nodes + [m] END AS nodes, CASE WHEN 5 < size(forth) THEN [f] + facts ELSE facts + [f] END AS facts
    WITH nodes, facts ORDER BY nodes[1].id, facts[0].id, nodes[2].id, facts[1].id, nodes[3].id, facts[2].id, nodes[4].id, facts[3].id, nodes[5].id, facts[4].id, nodes[6].id, facts[5].id LIMIT $p6
    RETURN collect([nodes, facts]) AS more
  }
  WITH namesakes, start, end, avoided, forth, back, fromStart, fromEnd, found + more AS found
  CALL (found) {
    UNWIND found[0..$p6] AS path
    WITH path[0] AS nodes, path[1] AS facts
    RETURN collect([[n IN nodes | n.names], [i IN range(0, size(facts) - 1) | [type(facts[i]), startNode(facts[i]) = nodes[i], facts[i].modality, facts[i].validTime]]]) AS rows1
  }
  RETURN [namesakes, rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    UNWIND range(0, size($p2) - 1) AS i
    CALL (i) {
      MATCH (n:Entity_A {id: $p2[i]})
      WHERE $p3[i] = 0
      RETURN n
      UNION
      MATCH (:Name_A {folded: left($p2[i], 1000)})-[:NAMES]->(n)
      WHERE $p3[i] = 1 AND $p2[i] IN n.names_folded
      RETURN n
    }
    WITH i, n ORDER BY i, n.names_sort, n.id
    WITH i, collect(n)[0..20] AS entities ORDER BY i
    RETURN collect([i, entities]) AS references
  }
  WITH references, head([r IN references WHERE size(r[1]) > 1 | [n IN r[1] | [n.id, n.kind]]]) AS namesakes
  WITH namesakes, [r IN references WHERE namesakes IS NULL | r[1][0]] AS reached0
  CALL (reached0) {
    WITH reached0 WHERE $p4 >= 1
    UNWIND reached0 AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    RETURN collect(DISTINCT m) AS reached1
  }
  CALL (reached1) {
    WITH reached1 WHERE $p4 >= 2
    UNWIND reached1 AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    RETURN collect(DISTINCT m) AS reached2
  }
  CALL (reached2) {
    WITH reached2 WHERE $p4 >= 3
    UNWIND reached2 AS n
    MATCH (n)-[f:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(m)
    WHERE f.modality <> 'DENIED' AND f.rank <> 'DEPRECATED'
    RETURN collect(DISTINCT m) AS reached3
  }
  CALL (reached0, reached1, reached2, reached3) {
    UNWIND range(0, 3) AS distance
    WITH distance, [reached0, reached1, reached2, reached3][distance] AS level
    UNWIND range(0, size(level) - 1) AS place
    WITH level[place] AS n, min([distance, CASE distance WHEN 0 THEN place ELSE 0 END]) AS near
    WITH n ORDER BY near[0], near[1], n.id
    RETURN collect(n) AS around
  }
  WITH namesakes, around[0..$p5] AS nodes, around[$p5..] AS omitted
  CALL (nodes) {
    UNWIND range(0, size(nodes) - 1) AS i3
    WITH i3, nodes[i3] AS n2 ORDER BY i3
    RETURN collect([n2.id, n2.kind]) AS v1
  }
  CALL (nodes) {
    UNWIND nodes AS n
    MATCH (n)-[f5:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]->(n6)
    WHERE n6 IN nodes
    WITH f5, n6 ORDER BY f5.id
    RETURN collect([f5.id, f5.rank]) AS v4
  }
  CALL (omitted) {
    UNWIND omitted AS n
    WITH n.kind AS kind, count(*) AS count
    RETURN collect([kind, count]) AS v7
  }
  RETURN [namesakes, size(omitted) > 0, v1, v4, v7] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)-[f4:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(n5)
        WHERE (n5:Person_A OR n5:Treaty_A) AND f4.modality = $p2
        WITH f4 ORDER BY f4.id LIMIT $p4
        CALL (f4) {
          WITH endNode(f4) AS n7
          RETURN head(collect([n7.id, n7.kind])) AS v6
        }
        RETURN collect([type(f4), v6]) AS rows3
      }
      CALL (n1) {
        MATCH (n1)-[f8:ABOUT|KNOWS|LIVES_IN|PARTY_TO|SIGNED|SUPPLEMENTS|TWINNED]-(n9)
        WHERE (n9:Person_A OR n9:Treaty_A) AND f8.modality = $p2
        RETURN count(*) AS total10
      }
      RETURN [rows3, total10] AS v2
    }
    RETURN collect([v2, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
