CALL () {
  CALL () {
    CALL () {
      MATCH (n6:Entity_A) WHERE n6.id = $p1
      MATCH (n2)<-[f5:PARTY_TO]-(n6)
      WITH n2 LIMIT 10001
      RETURN collect(DISTINCT n2) AS l7, count(*) <= 10000 AS few8
    }
    CALL (l7, few8) {
      UNWIND CASE WHEN few8 THEN [true] ELSE [] END AS room10
      CALL (l7) {
        UNWIND l7 AS n2
        WITH n2
        WHERE n2:Treaty_A
        WITH n2 ORDER BY n2.concludedOn_earliest IS NULL, n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l9
      }
      WITH collect(l9) AS l11
      RETURN CASE WHEN size(l11) = 0 THEN [] ELSE l11[0] END AS l9
    }
    CALL (l7, few8, l9) {
      UNWIND CASE WHEN NOT few8 AND size(l9) < $p3 THEN [true] ELSE [] END AS room13
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.concludedOn_earliest IS NOT NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1
        }
        WITH n2 ORDER BY n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l12
      }
      WITH collect(l12) AS l14
      RETURN CASE WHEN size(l14) = 0 THEN [] ELSE l14[0] END AS l12
    }
    CALL (l7, few8, l9, l12) {
      UNWIND CASE WHEN NOT few8 AND size(l9) + size(l12) < $p3 THEN [true] ELSE [] END AS room16
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.concludedOn_earliest IS NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1
        }
        WITH n2 ORDER BY n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l15
      }
      WITH collect(l15) AS l17
      RETURN CASE WHEN size(l17) = 0 THEN [] ELSE l17[0] END AS l15
    }
    WITH (l9 + l12 + l15)[0..$p3] AS l18
    UNWIND l18 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n21:Entity_A) WHERE n21.id = $p1
    MATCH (n19)<-[f20:PARTY_TO]-(n21)
    WITH DISTINCT n19
    WHERE n19:Treaty_A
    RETURN count(*) AS total22
  }
  RETURN [rows1, total22] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      MATCH (n6:Entity_A) WHERE n6.id = $p1
      MATCH (n2)<-[f5:PARTY_TO]-(n6)
      WHERE f5.rank = $p2
      WITH n2 LIMIT 10001
      RETURN collect(DISTINCT n2) AS l7, count(*) <= 10000 AS few8
    }
    CALL (l7, few8) {
      UNWIND CASE WHEN few8 THEN [true] ELSE [] END AS room10
      CALL (l7) {
        UNWIND l7 AS n2
        WITH n2
        WHERE n2:Treaty_A
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p4
        RETURN collect(n2) AS l9
      }
      WITH collect(l9) AS l11
      RETURN CASE WHEN size(l11) = 0 THEN [] ELSE l11[0] END AS l9
    }
    CALL (l7, few8, l9) {
      UNWIND CASE WHEN NOT few8 AND size(l9) < $p4 THEN [true] ELSE [] END AS room13
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.names_sort IS NOT NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1 AND f3.rank = $p2
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p4
        RETURN collect(n2) AS l12
      }
      WITH collect(l12) AS l14
      RETURN CASE WHEN size(l14) = 0 THEN [] ELSE l14[0] END AS l12
    }
    WITH (l9 + l12)[0..$p4] AS l15
    UNWIND l15 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n18:Entity_A) WHERE n18.id = $p1
    MATCH (n16)<-[f17:PARTY_TO]-(n18)
    WHERE f17.rank = $p2
    WITH DISTINCT n16
    WHERE n16:Treaty_A
    RETURN count(*) AS total19
  }
  RETURN [rows1, total19] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      UNWIND [$p1] AS text11
      MATCH (:Name_A {folded: left(text11, 1000)})-[:NAMES]->(n10) WHERE text11 IN n10.names_folded
      MATCH (n8)<-[f9:PARTY_TO]-(n10)
      WITH DISTINCT n8
      MATCH (n2)-[f7:PARTY_TO]->(n8)
      WITH n2 LIMIT 10001
      RETURN collect(DISTINCT n2) AS l12, count(*) <= 10000 AS few13
    }
    CALL (l12, few13) {
      UNWIND CASE WHEN few13 THEN [true] ELSE [] END AS room15
      CALL (l12) {
        UNWIND l12 AS n2
        WITH n2
        WHERE n2:Person_A
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l14
      }
      WITH collect(l14) AS l16
      RETURN CASE WHEN size(l16) = 0 THEN [] ELSE l16[0] END AS l14
    }
    CALL (l12, few13, l14) {
      UNWIND CASE WHEN NOT few13 AND size(l14) < $p3 THEN [true] ELSE [] END AS room18
      CALL () {
        MATCH (n2:Person_A)
        WHERE n2.names_sort IS NOT NULL AND EXISTS {
          MATCH (n2)-[f3:PARTY_TO]->(n4)
          WHERE EXISTS {
            MATCH (n4)<-[f5:PARTY_TO]-(n6)
            WHERE $p1 IN n6.names_folded
          }
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l17
      }
      WITH collect(l17) AS l19
      RETURN CASE WHEN size(l19) = 0 THEN [] ELSE l19[0] END AS l17
    }
    WITH (l14 + l17)[0..$p3] AS l20
    UNWIND l20 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND [$p1] AS text26
    MATCH (:Name_A {folded: left(text26, 1000)})-[:NAMES]->(n25) WHERE text26 IN n25.names_folded
    MATCH (n23)<-[f24:PARTY_TO]-(n25)
    WITH DISTINCT n23
    MATCH (n21)-[f22:PARTY_TO]->(n23)
    WITH DISTINCT n21
    WHERE n21:Person_A
    RETURN count(*) AS total27
  }
  RETURN [rows1, total27] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      UNWIND $p1 AS text8
      MATCH (:Name_A {folded: left(text8, 1000)})-[:NAMES]->(n7) WHERE text8 IN n7.names_folded
      MATCH (n2)-[f6:TWINNED]-(n7)
      WITH n2 LIMIT 10001
      RETURN collect(DISTINCT n2) AS l9, count(*) <= 10000 AS few10
    }
    CALL (l9, few10) {
      UNWIND CASE WHEN few10 THEN [true] ELSE [] END AS room12
      CALL (l9) {
        UNWIND l9 AS n2
        WITH n2
        WHERE n2:City_A
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l11
      }
      WITH collect(l11) AS l13
      RETURN CASE WHEN size(l13) = 0 THEN [] ELSE l13[0] END AS l11
    }
    CALL (l9, few10, l11) {
      UNWIND CASE WHEN NOT few10 AND size(l11) < $p3 THEN [true] ELSE [] END AS room15
      CALL () {
        MATCH (n2:City_A)
        WHERE n2.names_sort IS NOT NULL AND EXISTS {
          MATCH (n2)-[f3:TWINNED]-(n4)
          WHERE any(x5 IN n4.names_folded WHERE x5 IN $p1)
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l14
      }
      WITH collect(l14) AS l16
      RETURN CASE WHEN size(l16) = 0 THEN [] ELSE l16[0] END AS l14
    }
    WITH (l11 + l14)[0..$p3] AS l17
    UNWIND l17 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND $p1 AS text21
    MATCH (:Name_A {folded: left(text21, 1000)})-[:NAMES]->(n20) WHERE text21 IN n20.names_folded
    MATCH (n18)-[f19:TWINNED]-(n20)
    WITH DISTINCT n18
    WHERE n18:City_A
    RETURN count(*) AS total22
  }
  RETURN [rows1, total22] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      CALL () {
        MATCH (n13:Entity_A) WHERE n13.id = $p1
        MATCH (n2)<-[f12:SIGNED]-(n13)
        RETURN n2
        UNION
        UNWIND [$p2] AS text16
        MATCH (:Name_A {folded: left(text16, 1000)})-[:NAMES]->(n15) WHERE text16 IN n15.names_folded
        MATCH (n2)-[f14:ABOUT]->(n15)
        RETURN n2
      }
      WITH n2 LIMIT 10001
      RETURN collect(DISTINCT n2) AS l17, count(*) <= 10000 AS few18
    }
    CALL (l17, few18) {
      UNWIND CASE WHEN NOT few18 THEN [true] ELSE [] END AS room20
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.names_sort IS NOT NULL AND (EXISTS {
          MATCH (n2)<-[f8:SIGNED]-(n9)
          WHERE n9.id = $p1
        } OR EXISTS {
          MATCH (n2)-[f10:ABOUT]->(n11)
          WHERE $p2 IN n11.names_folded
        })
        WITH n2 ORDER BY n2.names_sort DESC, n2.id DESC LIMIT $p4 + 1
        RETURN collect(n2) AS l19
      }
      WITH collect(l19) AS l21
      RETURN CASE WHEN size(l21) = 0 THEN [] ELSE l21[0] END AS l19
    }
    CALL (l17, few18, l19) {
      UNWIND CASE WHEN few18 AND size(l19) < $p4 + 1 THEN [true] ELSE [] END AS room23
      CALL (l17) {
        UNWIND l17 AS n2
        WITH n2
        WHERE n2:Treaty_A
        WITH n2 ORDER BY n2.names_sort DESC, n2.id DESC LIMIT $p4 + 1
        RETURN collect(n2) AS l22
      }
      WITH collect(l22) AS l24
      RETURN CASE WHEN size(l24) = 0 THEN [] ELSE l24[0] END AS l22
    }
    WITH (l19 + l22)[0..$p4 + 1] AS l25
    UNWIND l25 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    CALL () {
      MATCH (n28:Entity_A) WHERE n28.id = $p1
      MATCH (n26)<-[f27:SIGNED]-(n28)
      RETURN n26
      UNION
      UNWIND [$p2] AS text31
      MATCH (:Name_A {folded: left(text31, 1000)})-[:NAMES]->(n30) WHERE text31 IN n30.names_folded
      MATCH (n26)-[f29:ABOUT]->(n30)
      RETURN n26
    }
    WITH DISTINCT n26
    WHERE n26:Treaty_A
    RETURN count(*) AS total32
  }
  RETURN [rows1, CASE WHEN (size(rows1) = 0 OR $p4 = 0) THEN EXISTS {
    MATCH (n3:Treaty_A)
    WHERE (EXISTS {
      MATCH (n3)<-[f4:SIGNED]-(n5)
      WHERE n5.id = $p1
    } OR EXISTS {
      MATCH (n3)-[f6:ABOUT]->(n7)
      WHERE $p2 IN n7.names_folded
    })
  } ELSE false END, total32] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    UNWIND $p1 AS text4
    MATCH (:Name_A {folded: left(text4, 1000)})-[:NAMES]->(n2) WHERE text4 IN n2.names_folded
    WITH DISTINCT n2
    WHERE n2:City_A
    WITH n2 ORDER BY n2.population, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND $p1 AS text6
    MATCH (:Name_A {folded: left(text6, 1000)})-[:NAMES]->(n5) WHERE text6 IN n5.names_folded
    WITH DISTINCT n5
    WHERE n5:City_A
    RETURN count(*) AS total7
  }
  RETURN [rows1, total7] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n2:Entity_A) WHERE n2.id IN $p1
    WITH DISTINCT n2
    WHERE n2:City_A
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n3:Entity_A) WHERE n3.id IN $p1
    WITH DISTINCT n3
    WHERE n3:City_A
    RETURN count(*) AS total4
  }
  RETURN [rows1, total4] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  MATCH (n7:Entity_A) WHERE n7.id = $p1
  MATCH (n1)<-[f6:PARTY_TO]-(n7)
  WITH DISTINCT n1
  WHERE n1:Treaty_A
  WITH coalesce(toString(n1.status), '') AS v3, count(*) AS v4
  ORDER BY v4 DESC, v3 LIMIT $p2
  RETURN collect([v3, v4]) AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
