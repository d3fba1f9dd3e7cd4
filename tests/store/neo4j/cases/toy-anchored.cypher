CALL () {
  CALL () {
    CALL () {
      MATCH (n5:Entity_A) WHERE n5.id = $p1
      MATCH (n5)-[:PARTY_TO]->(n2)
      WITH n2 LIMIT 1001
      RETURN collect(DISTINCT n2) AS l6, count(*) <= 1000 AS few7
    }
    CALL (l6, few7) {
      UNWIND CASE WHEN few7 THEN [true] ELSE [] END AS room9
      CALL (l6) {
        UNWIND l6 AS n2
        WITH n2
        WHERE n2:Treaty_A AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1
        }
        WITH n2 ORDER BY n2.concludedOn_earliest IS NULL, n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l8
      }
      WITH collect(l8) AS l10
      RETURN CASE WHEN size(l10) = 0 THEN [] ELSE l10[0] END AS l8
    }
    CALL (l6, few7, l8) {
      UNWIND CASE WHEN NOT few7 AND size(l8) < $p3 THEN [true] ELSE [] END AS room12
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.concludedOn_earliest IS NOT NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1
        }
        WITH n2 ORDER BY n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l11
      }
      WITH collect(l11) AS l13
      RETURN CASE WHEN size(l13) = 0 THEN [] ELSE l13[0] END AS l11
    }
    CALL (l6, few7, l8, l11) {
      UNWIND CASE WHEN NOT few7 AND size(l8) + size(l11) < $p3 THEN [true] ELSE [] END AS room15
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.concludedOn_earliest IS NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1
        }
        WITH n2 ORDER BY n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p3
        RETURN collect(n2) AS l14
      }
      WITH collect(l14) AS l16
      RETURN CASE WHEN size(l16) = 0 THEN [] ELSE l16[0] END AS l14
    }
    WITH (l8 + l11 + l14)[0..$p3] AS l17
    UNWIND l17 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n22:Entity_A) WHERE n22.id = $p1
    MATCH (n22)-[:PARTY_TO]->(n18)
    WITH DISTINCT n18
    WHERE n18:Treaty_A AND EXISTS {
      MATCH (n18)<-[f19:PARTY_TO]-(n20)
      WHERE n20.id = $p1
    }
    RETURN count(*) AS total21
  }
  RETURN [rows1, total21] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      MATCH (n5:Entity_A) WHERE n5.id = $p1
      MATCH (n5)-[:PARTY_TO]->(n2)
      WITH n2 LIMIT 1001
      RETURN collect(DISTINCT n2) AS l6, count(*) <= 1000 AS few7
    }
    CALL (l6, few7) {
      UNWIND CASE WHEN few7 THEN [true] ELSE [] END AS room9
      CALL (l6) {
        UNWIND l6 AS n2
        WITH n2
        WHERE n2:Treaty_A AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1 AND f3.rank = $p2
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p4
        RETURN collect(n2) AS l8
      }
      WITH collect(l8) AS l10
      RETURN CASE WHEN size(l10) = 0 THEN [] ELSE l10[0] END AS l8
    }
    CALL (l6, few7, l8) {
      UNWIND CASE WHEN NOT few7 AND size(l8) < $p4 THEN [true] ELSE [] END AS room12
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.names_sort IS NOT NULL AND EXISTS {
          MATCH (n2)<-[f3:PARTY_TO]-(n4)
          WHERE n4.id = $p1 AND f3.rank = $p2
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p4
        RETURN collect(n2) AS l11
      }
      WITH collect(l11) AS l13
      RETURN CASE WHEN size(l13) = 0 THEN [] ELSE l13[0] END AS l11
    }
    WITH (l8 + l11)[0..$p4] AS l14
    UNWIND l14 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n19:Entity_A) WHERE n19.id = $p1
    MATCH (n19)-[:PARTY_TO]->(n15)
    WITH DISTINCT n15
    WHERE n15:Treaty_A AND EXISTS {
      MATCH (n15)<-[f16:PARTY_TO]-(n17)
      WHERE n17.id = $p1 AND f16.rank = $p2
    }
    RETURN count(*) AS total18
  }
  RETURN [rows1, total18] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      UNWIND [$p1] AS text9
      MATCH (:Name_A {folded: left(text9, 1000)})-[:NAMES]->(n8)
      MATCH (n8)-[:PARTY_TO]->(n7)
      WITH DISTINCT n7
      MATCH (n7)<-[:PARTY_TO]-(n2)
      WITH n2 LIMIT 1001
      RETURN collect(DISTINCT n2) AS l10, count(*) <= 1000 AS few11
    }
    CALL (l10, few11) {
      UNWIND CASE WHEN few11 THEN [true] ELSE [] END AS room13
      CALL (l10) {
        UNWIND l10 AS n2
        WITH n2
        WHERE n2:Person_A AND EXISTS {
          MATCH (n2)-[f3:PARTY_TO]->(n4)
          WHERE EXISTS {
            MATCH (n4)<-[f5:PARTY_TO]-(n6)
            WHERE $p1 IN n6.names_folded
          }
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l12
      }
      WITH collect(l12) AS l14
      RETURN CASE WHEN size(l14) = 0 THEN [] ELSE l14[0] END AS l12
    }
    CALL (l10, few11, l12) {
      UNWIND CASE WHEN NOT few11 AND size(l12) < $p3 THEN [true] ELSE [] END AS room16
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
        RETURN collect(n2) AS l15
      }
      WITH collect(l15) AS l17
      RETURN CASE WHEN size(l17) = 0 THEN [] ELSE l17[0] END AS l15
    }
    WITH (l12 + l15)[0..$p3] AS l18
    UNWIND l18 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND [$p1] AS text27
    MATCH (:Name_A {folded: left(text27, 1000)})-[:NAMES]->(n26)
    MATCH (n26)-[:PARTY_TO]->(n25)
    WITH DISTINCT n25
    MATCH (n25)<-[:PARTY_TO]-(n19)
    WITH DISTINCT n19
    WHERE n19:Person_A AND EXISTS {
      MATCH (n19)-[f20:PARTY_TO]->(n21)
      WHERE EXISTS {
        MATCH (n21)<-[f22:PARTY_TO]-(n23)
        WHERE $p1 IN n23.names_folded
      }
    }
    RETURN count(*) AS total24
  }
  RETURN [rows1, total24] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      UNWIND $p1 AS text7
      MATCH (:Name_A {folded: left(text7, 1000)})-[:NAMES]->(n6)
      MATCH (n6)-[:TWINNED]-(n2)
      WITH n2 LIMIT 1001
      RETURN collect(DISTINCT n2) AS l8, count(*) <= 1000 AS few9
    }
    CALL (l8, few9) {
      UNWIND CASE WHEN few9 THEN [true] ELSE [] END AS room11
      CALL (l8) {
        UNWIND l8 AS n2
        WITH n2
        WHERE n2:City_A AND EXISTS {
          MATCH (n2)-[f3:TWINNED]-(n4)
          WHERE any(x5 IN n4.names_folded WHERE x5 IN $p1)
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l10
      }
      WITH collect(l10) AS l12
      RETURN CASE WHEN size(l12) = 0 THEN [] ELSE l12[0] END AS l10
    }
    CALL (l8, few9, l10) {
      UNWIND CASE WHEN NOT few9 AND size(l10) < $p3 THEN [true] ELSE [] END AS room14
      CALL () {
        MATCH (n2:City_A)
        WHERE n2.names_sort IS NOT NULL AND EXISTS {
          MATCH (n2)-[f3:TWINNED]-(n4)
          WHERE any(x5 IN n4.names_folded WHERE x5 IN $p1)
        }
        WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
        RETURN collect(n2) AS l13
      }
      WITH collect(l13) AS l15
      RETURN CASE WHEN size(l15) = 0 THEN [] ELSE l15[0] END AS l13
    }
    WITH (l10 + l13)[0..$p3] AS l16
    UNWIND l16 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND $p1 AS text23
    MATCH (:Name_A {folded: left(text23, 1000)})-[:NAMES]->(n22)
    MATCH (n22)-[:TWINNED]-(n17)
    WITH DISTINCT n17
    WHERE n17:City_A AND EXISTS {
      MATCH (n17)-[f18:TWINNED]-(n19)
      WHERE any(x20 IN n19.names_folded WHERE x20 IN $p1)
    }
    RETURN count(*) AS total21
  }
  RETURN [rows1, total21] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    CALL () {
      CALL () {
        MATCH (n12:Entity_A) WHERE n12.id = $p1
        MATCH (n12)-[:SIGNED]->(n2)
        RETURN n2
        UNION
        UNWIND [$p2] AS text14
        MATCH (:Name_A {folded: left(text14, 1000)})-[:NAMES]->(n13)
        MATCH (n13)<-[:ABOUT]-(n2)
        RETURN n2
      }
      WITH n2 LIMIT 1001
      RETURN collect(DISTINCT n2) AS l15, count(*) <= 1000 AS few16
    }
    CALL (l15, few16) {
      UNWIND CASE WHEN NOT few16 THEN [true] ELSE [] END AS room18
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
        RETURN collect(n2) AS l17
      }
      WITH collect(l17) AS l19
      RETURN CASE WHEN size(l19) = 0 THEN [] ELSE l19[0] END AS l17
    }
    CALL (l15, few16, l17) {
      UNWIND CASE WHEN few16 AND size(l17) < $p4 + 1 THEN [true] ELSE [] END AS room21
      CALL (l15) {
        UNWIND l15 AS n2
        WITH n2
        WHERE n2:Treaty_A AND (EXISTS {
          MATCH (n2)<-[f8:SIGNED]-(n9)
          WHERE n9.id = $p1
        } OR EXISTS {
          MATCH (n2)-[f10:ABOUT]->(n11)
          WHERE $p2 IN n11.names_folded
        })
        WITH n2 ORDER BY n2.names_sort DESC, n2.id DESC LIMIT $p4 + 1
        RETURN collect(n2) AS l20
      }
      WITH collect(l20) AS l22
      RETURN CASE WHEN size(l22) = 0 THEN [] ELSE l22[0] END AS l20
    }
    WITH (l17 + l20)[0..$p4 + 1] AS l23
    UNWIND l23 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    CALL () {
      MATCH (n30:Entity_A) WHERE n30.id = $p1
      MATCH (n30)-[:SIGNED]->(n24)
      RETURN n24
      UNION
      UNWIND [$p2] AS text32
      MATCH (:Name_A {folded: left(text32, 1000)})-[:NAMES]->(n31)
      MATCH (n31)<-[:ABOUT]-(n24)
      RETURN n24
    }
    WITH DISTINCT n24
    WHERE n24:Treaty_A AND (EXISTS {
      MATCH (n24)<-[f25:SIGNED]-(n26)
      WHERE n26.id = $p1
    } OR EXISTS {
      MATCH (n24)-[f27:ABOUT]->(n28)
      WHERE $p2 IN n28.names_folded
    })
    RETURN count(*) AS total29
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
  } ELSE false END, total29] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    UNWIND $p1 AS text4
    MATCH (:Name_A {folded: left(text4, 1000)})-[:NAMES]->(n2)
    WITH DISTINCT n2
    WHERE n2:City_A AND any(x3 IN n2.names_folded WHERE x3 IN $p1)
    WITH n2 ORDER BY n2.population, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    UNWIND $p1 AS text8
    MATCH (:Name_A {folded: left(text8, 1000)})-[:NAMES]->(n5)
    WITH DISTINCT n5
    WHERE n5:City_A AND any(x6 IN n5.names_folded WHERE x6 IN $p1)
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
    WHERE n2:City_A AND n2.id IN $p1
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n3:Entity_A) WHERE n3.id IN $p1
    WITH DISTINCT n3
    WHERE n3:City_A AND n3.id IN $p1
    RETURN count(*) AS total4
  }
  RETURN [rows1, total4] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  MATCH (n8:Entity_A) WHERE n8.id = $p1
  MATCH (n8)-[:PARTY_TO]->(n1)
  WITH DISTINCT n1
  WHERE n1:Treaty_A AND EXISTS {
    MATCH (n1)<-[f6:PARTY_TO]-(n7)
    WHERE n7.id = $p1
  }
  WITH coalesce(toString(n1.status), '') AS v3, count(*) AS v4
  ORDER BY v4 DESC, v3 LIMIT $p2
  RETURN collect([v3, v4]) AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
